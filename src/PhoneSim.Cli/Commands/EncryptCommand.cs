using System.CommandLine;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;

namespace PhoneSim.Cli.Commands;

internal sealed class EncryptCommand : ExampleCommand
{
    private readonly Argument<string> file = new("FILE.cnf.xml") { Description = "The full, clear configuration" };
    private readonly SigningOptionSet signing = new("--signer", "Certificate and key of the TFTP server");
    private readonly Option<string?> phone = new("--phone") { HelpName = "PEM", Description = "The phone's LSC or MIC: public-key method" };
    private readonly Option<string?> hex = new("--hex") { HelpName = "KEY", Description = "Symmetric key: manual method (container layout assumed)" };
    private readonly Option<ManualAlgorithm?> algorithm = new("--algorithm") { HelpName = "rc4|aes128", Description = "Of the manual method: rc4 with 64 digits, aes128 with 32" };
    private readonly Option<string?> folder = new("--out-dir") { HelpName = "DIR", Description = "Default: FILE's folder" };
    private readonly GlobalOptions global;

    public EncryptCommand(GlobalOptions global) : base("encrypt", "Write the encrypted configuration (.enc.sgn) and the minimal one beside it (.sgn).",
        "phonesim encrypt SEP001122334455.cnf.xml --signer CUCM.pem --phone phone-lsc.pem")
    {
        this.global = global;
        Arguments.Add(file);
        signing.AddTo(this);
        Options.Add(phone);
        Options.Add(hex);
        Options.Add(algorithm);
        Options.Add(folder);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        string source = parsed.GetRequiredValue(file);
        byte[] clear = InputFiles.Bytes(source);
        X509Certificate2? certificate = parsed.GetValue(phone) is { } pem ? InputFiles.Certificate(pem) : null;
        byte[] minimal = MinimalConfiguration.From(clear, certificate);
        SigningIdentity signer = signing.Identity(parsed);
        string name = Path.GetFileName(source);
        byte[] encrypted = Encrypt(parsed, clear, certificate, signer);

        WrittenFiles written = new(parsed, global);
        string to = parsed.GetValue(folder) ?? Path.GetDirectoryName(Path.GetFullPath(source))!;
        written.Write(Path.Combine(to, name + ".enc.sgn"), encrypted);
        written.Write(Path.Combine(to, name + ".sgn"), SignedFileWriter.Write(minimal, signer, signing.Header(parsed, name + ".sgn")));
        return ExitCode.Done;
    }

    private byte[] Encrypt(ParseResult parsed, byte[] clear, X509Certificate2? certificate, SigningIdentity signer)
    {
        SigningOptions header = signing.Header(parsed, Path.GetFileName(parsed.GetRequiredValue(file)) + ".enc.sgn");
        switch (certificate, parsed.GetValue(hex), parsed.GetValue(algorithm))
        {
            case ({ } phoneCertificate, null, null):
                return EncryptedFileWriter.ForPublicKey(clear, phoneCertificate.GetRSAPublicKey() ?? throw CommandException.Usage("--phone: the certificate's key is no RSA key"), signer, header);
            case (null, { } digits, ManualAlgorithm.Aes128):
                return EncryptedFileWriter.ForManualAes(clear, KeyOption.Parse(digits, 128), signer, header);
            case (null, { } digits, ManualAlgorithm.Rc4):
                return EncryptedFileWriter.ForManualRc4(clear, KeyOption.Parse(digits, 256));
            default:
                throw CommandException.Usage("either --phone PEM, or --hex KEY with --algorithm rc4|aes128 expected");
        }
    }
}
