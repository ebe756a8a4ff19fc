using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Cli.Commands;

internal sealed class TrustListCommand : ExampleCommand
{
    private readonly Argument<string> target = new("OUT.tlv") { Description = "e.g. ITLFile.tlv or CTLSEP001122334455.tlv" };
    private readonly SigningOptionSet signing = new("--sast", "Certificate and key of the SAST: signs the list and is in it");
    private readonly (Option<string[]> Option, TrustRole Role)[] entries =
    [
        (Entry("--ccm", "Call manager"), TrustRole.Ccm),
        (Entry("--tftp", "Signs configuration files"), TrustRole.Tftp),
        (Entry("--ccm-tftp", "Call manager that signs configuration files"), TrustRole.CcmTftp),
        (Entry("--capf", "Certificate enrolment server"), TrustRole.Capf),
        (Entry("--tvs", "Trust verification service"), TrustRole.Tvs),
        (Entry("--app-server", "HTTPS services"), TrustRole.AppServer),
    ];

    private readonly Option<string> version = new("--version") { HelpName = "1.0|1.1", Description = "Signer version; 1.1: EC keys and HTTPS on 6971 are available", DefaultValueFactory = _ => "1.0" };
    private readonly Option<string?> name = new("--name") { HelpName = "N", Description = "File name the header states; default: CTLFile.tlv or ITLFile.tlv, by OUT" };
    private readonly GlobalOptions global;

    public TrustListCommand(GlobalOptions global) : base("trustlist", "Write a trust list (CTL or ITL).", "phonesim trustlist ITLFile.tlv --sast SAST.pem --ccm-tftp CUCM.pem --capf CAPF.pem --tvs TVS.pem")
    {
        this.global = global;
        Arguments.Add(target);
        signing.AddTo(this);
        foreach ((Option<string[]> option, _) in entries)
            Options.Add(option);
        version.AcceptOnlyFromAmong("1.0", "1.1");
        Options.Add(version);
        Options.Add(name);
        SetAction(Run);
    }

    private static Option<string[]> Entry(string name, string description) => new(name) { HelpName = "PEM", Description = description + "; may be repeated" };

    private int Run(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(target);
        SigningIdentity signer = signing.Identity(parsed);
        SigningOptions header = signing.Header(parsed, parsed.GetValue(name) ?? HeaderName(path));
        List<TrustListEntry> list = [new(TrustRole.Sast, signer.Certificate)];
        foreach ((Option<string[]> option, TrustRole role) in entries)
            list.AddRange((parsed.GetValue(option) ?? []).Select(pem => new TrustListEntry(role, InputFiles.Certificate(pem))));
        byte[] written = TrustListWriter.Write(list, signer, header, Version.Parse(parsed.GetRequiredValue(version)));
        new WrittenFiles(parsed, global).Write(path, written);
        return ExitCode.Done;
    }

    /// <summary>A per-phone list still carries the common name (shared/spec/files.md 1).</summary>
    private static string HeaderName(string path) => Path.GetFileName(path).StartsWith("CTL", StringComparison.OrdinalIgnoreCase) ? "CTLFile.tlv" : "ITLFile.tlv";
}
