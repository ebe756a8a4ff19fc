using System.CommandLine;
using PhoneSim.Cli.Inspection;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;

namespace PhoneSim.Cli.Commands;

internal sealed class InspectCommand : ExampleCommand
{
    private readonly Argument<string> file = new("FILE") { Description = "Trust list, signed or encrypted file, or configuration" };
    private readonly Option<string?> trust = new("--trust") { HelpName = "FILE.tlv", Description = "Check the signature with this trust list" };
    private readonly Option<string?> certificate = new("--cert") { HelpName = "PEM", Description = "Check the signature with this certificate" };
    private readonly DecryptionOptionSet decryption = new();
    private readonly Option<string?> target = new("--out") { HelpName = "FILE", Description = "Write the clear text there" };
    private readonly GlobalOptions global;

    public InspectCommand(GlobalOptions global) : base("inspect", "Show what is in a file and whether its signature holds.",
        "phonesim inspect SEP001122334455.cnf.xml.enc.sgn --trust ITLFile.tlv --key phone-lsc.pem --out clear.xml")
    {
        this.global = global;
        Arguments.Add(file);
        Options.Add(trust);
        Options.Add(certificate);
        decryption.AddTo(this);
        Options.Add(target);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        InspectionRequest request = Request(parsed);
        InspectedFile found = Inspect(request);
        Print(parsed, request, found);
        if (parsed.GetValue(target) is { } path)
            WriteClearText(path, found);
        return IsGood(request, found) ? ExitCode.Done : ExitCode.Failed;
    }

    private static InspectedFile Inspect(InspectionRequest request)
    {
        if (!Inspector.IsKnown(request.File.Span) && !request.AsksDecryption && !request.IsNamedEncrypted)
            throw CommandException.Failed($"{request.FileName} is no file a phone reads: neither trust list, signed or encrypted file nor XML");
        try
        {
            return Inspector.Inspect(request);
        }
        catch (MalformedDataException e)
        {
            throw CommandException.Failed($"{request.FileName} is malformed: {e.Message}");
        }
    }

    private InspectionRequest Request(ParseResult parsed)
    {
        string path = parsed.GetRequiredValue(file);
        if (parsed.GetValue(trust) is not null && parsed.GetValue(certificate) is not null)
            throw CommandException.Usage("--trust and --cert: one of the two, not both");
        return new()
        {
            FileName = Path.GetFileName(path),
            File = InputFiles.Bytes(path),
            Trust = parsed.GetValue(trust) is { } list ? InputFiles.TrustList(list) : null,
            Certificate = parsed.GetValue(certificate) is { } signer ? InputFiles.Certificate(signer) : null,
            PrivateKey = decryption.PrivateKey(parsed),
            Key = decryption.SymmetricKey(parsed),
        };
    }

    private void Print(ParseResult parsed, InspectionRequest request, InspectedFile found)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        Func<Secret, string> show = parsed.GetValue(global.ShowSecrets) ? secret => secret.Reveal() : _ => Secret.Dots;
        if (parsed.GetValue(global.Json))
            JsonLine.Write(output, json => new InspectionJson(json, show).Write(request, found));
        else
            new InspectionText(output, show).Write(request, found);
    }

    private static void WriteClearText(string path, InspectedFile found)
    {
        if (found.ClearText is { } clear)
            OutputFiles.WritePrivate(path, clear.Span);
        else if (found.Kind == FileKind.TrustList)
            throw CommandException.Usage("--out: a trust list has no clear text");
        else if (found.Decryption is null)
            throw CommandException.Usage("--out: the file is encrypted; --key PEM or --hex KEY gives the key");
    }

    private static bool IsGood(InspectionRequest request, InspectedFile found) =>
        (found.Signature == SignatureCheck.Valid || !(request.AsksSignature || found.Kind == FileKind.TrustList))
        && (!request.AsksDecryption || found.Decryption == DecryptionVerdict.Decrypted);
}
