using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Cli.Commands;

internal sealed class SignCommand : ExampleCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "Any file, e.g. a configuration" };
    private readonly SigningOptionSet signing = new("--signer", "Certificate and key of the signer, e.g. the TFTP server's");
    private readonly Option<string?> name = new("--name") { HelpName = "N", Description = "File name the header states; default: FILE's with .sgn" };
    private readonly Option<string?> target = new("--out") { HelpName = "F", Description = "Default: FILE.sgn" };
    private readonly GlobalOptions global;

    public SignCommand(GlobalOptions global) : base("sign", "Sign a file as a call manager does.", "phonesim sign ringlist.xml --signer CUCM.pem --digest sha512")
    {
        this.global = global;
        Arguments.Add(file);
        signing.AddTo(this);
        Options.Add(name);
        Options.Add(target);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        string source = parsed.GetRequiredValue(file);
        byte[] body = InputFiles.Bytes(source);
        SigningOptions header = signing.Header(parsed, parsed.GetValue(name) ?? Path.GetFileName(source) + ".sgn");
        byte[] signed = SignedFileWriter.Write(body, signing.Identity(parsed), header);
        new WrittenFiles(parsed, global).Write(parsed.GetValue(target) ?? source + ".sgn", signed);
        return ExitCode.Done;
    }
}
