using System.CommandLine;
using System.Security.Authentication;
using System.Text.Json;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands;

internal sealed class ProfilesCommand : ExampleCommand
{
    private readonly Argument<string?> name = new("NAME") { Description = "Show this profile only, in full", Arity = ArgumentArity.ZeroOrOne };
    private readonly ProfileOptionSet profiles = new();
    private readonly GlobalOptions global;

    public ProfilesCommand(GlobalOptions global) : base("profiles", "List the firmware profiles.", "phonesim profiles 7962-sip-manual")
    {
        this.global = global;
        Arguments.Add(name);
        Options.Add(profiles.Folders);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        ProfileStore store = profiles.Open(parsed);
        IReadOnlyList<FirmwareProfile> shown = [.. parsed.GetValue(name) is { } one ? [ProfileOptionSet.Find(store, one)] : store.Names.Select(n => store.Find(n)!)];
        if (parsed.GetValue(global.Json))
            foreach (FirmwareProfile profile in shown)
                JsonLine.Write(output, json => Write(json, profile));
        else if (parsed.GetValue(name) is null)
            WriteTable(output, shown);
        else
            WriteFacts(output, shown[0]);
        return ExitCode.Done;
    }

    private static void WriteTable(TextWriter output, IReadOnlyList<FirmwareProfile> shown)
    {
        int width = shown.Max(p => p.Name.Length);
        foreach (FirmwareProfile profile in shown)
            output.WriteLine($"{profile.Name.PadRight(width)}  {profile.Title}");
    }

    private static void WriteFacts(TextWriter output, FirmwareProfile profile)
    {
        FactTable facts = new(output);
        facts.Add("profile", profile.Name);
        facts.Add("title", profile.Title);
        facts.Add("model", $"{profile.Model}, family {profile.Family}, load {profile.Load}");
        facts.Add("protocol", Word(profile.Protocol));
        facts.Add("encryption", profile.Encryption.Method == EncryptionMethod.None ? "none" : $"{Word(profile.Encryption.Method)}, {profile.Encryption.Layout}, {profile.Encryption.KeyBits} bits");
        facts.AddIf("switched off", SwitchedOff(profile));
        facts.Add("signing", Word(profile.Signing.Behaviour));
        facts.Add("trust lists", (profile.Trust.AsksCtl, profile.Trust.AsksItl) switch { (true, true) => "CTL, ITL", (true, false) => "CTL", (false, true) => "ITL", _ => "none" });
        facts.Add("transports", string.Join(", ", profile.Fetch.Transports).ToLowerInvariant());
        facts.Add("TLS", $"{Word(profile.Tls.MinVersion)} to {Word(profile.Tls.MaxVersion)}");
        facts.Add("CAPF", $"RSA {string.Join(", ", profile.Capf.RsaKeyBits)} bits{(profile.Capf.Curves.Count == 0 ? "" : $"; EC {string.Join(", ", profile.Capf.Curves)}")}");
        facts.Add("TVS", profile.Tvs.Asks ? "asked about unknown signers" : "not asked");
        facts.Add("screen", $"{profile.Screen.Columns} x {profile.Screen.Rows}, {profile.Screen.SoftkeyCount} softkeys, keys: {string.Join(' ', profile.Screen.HardKeys)}");
        facts.Add("note", profile.Note);
        facts.AddIf("assumed", profile.Assumed);
    }

    /// <summary>What the phone does once its encryption was switched off at the server, and whether the seed's "Disable TFTP Encrypted Configuration Files" names it.</summary>
    private static string SwitchedOff(FirmwareProfile profile) => profile.Encryption.Method switch
    {
        EncryptionMethod.Manual => "goes on asking .enc.sgn until the key is removed on the phone (seed)",
        EncryptionMethod.PublicKey => $"asks .sgn when .enc.sgn is not found ({(profile.Encryption.FallsBackByItself ? "in" : "not in")} the seed's list of phones that do, {(profile.Encryption.ListedInDisablingSection ? "in" : "not in")} its list for {Word(profile.Protocol).ToUpperInvariant()})",
        _ => "",
    };

    private static void Write(Utf8JsonWriter json, FirmwareProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("type", "profile");
        json.WriteString("name", profile.Name);
        json.WriteString("title", profile.Title);
        json.WriteString("model", profile.Model);
        json.WriteString("family", profile.Family);
        json.WriteString("protocol", Word(profile.Protocol));
        json.WriteString("encryption", Word(profile.Encryption.Method));
        json.WriteNumber("keyBits", profile.Encryption.KeyBits);
        json.WriteBoolean("fallsBackByItself", profile.Encryption.FallsBackByItself);
        json.WriteBoolean("listedInDisablingSection", profile.Encryption.ListedInDisablingSection);
        json.WriteString("signing", Word(profile.Signing.Behaviour));
        json.WriteString("note", profile.Note);
        json.WriteEndObject();
    }

    private static string Word(SslProtocols version) => version switch
    {
        SslProtocols.Tls13 => "1.3",
        SslProtocols.Tls12 => "1.2",
        SslProtocols.Tls => "1.0",
        _ => "1.1",
    };

    private static string Word(SignallingProtocol protocol) => protocol == SignallingProtocol.Sip ? "sip" : "sccp";

    private static string Word(EncryptionMethod method) => method switch
    {
        EncryptionMethod.Manual => "manual",
        EncryptionMethod.PublicKey => "public-key",
        _ => "none",
    };

    private static string Word(SigningBehaviour signing) => signing switch
    {
        SigningBehaviour.Verified => "verified",
        SigningBehaviour.Ignored => "ignored",
        _ => "none",
    };
}
