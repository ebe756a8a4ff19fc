using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>From a merged JSON object to a profile; the schema (profile.schema.json) says the same to editors.</summary>
internal static class ProfileBinder
{
    public static FirmwareProfile Bind(string name, ObjectNode node, FieldErrors errors)
    {
        Fields f = new(node, "", errors);
        f.OptionalText("$schema");
        f.Has("extends");
        f.Flag("abstract", false);
        FirmwareProfile profile = new()
        {
            Name = name,
            Title = f.Text("title"),
            Model = f.Text("model"),
            ModelNumber = f.Number("modelNumber", 0, ushort.MaxValue, 0),
            Family = f.Text("family"),
            Protocol = f.Choice<SignallingProtocol>("protocol"),
            Note = f.Text("note"),
            Assumed = f.OptionalText("assumed") ?? "",
            Load = f.Text("load"),
            Encryption = Encryption(f.Section("encryption")),
            Signing = Signing(f.Section("signing")),
            Trust = Trust(f.Section("trust")),
            Fetch = Fetch(f.Section("fetch")),
            Certificates = Certificates(f.Section("certificates")),
            Tls = f.OptionalSection("tls") is { } tls ? AbilityBinder.Tls(tls) : new(),
            Capf = f.OptionalSection("capf") is { } capf ? AbilityBinder.Capf(capf) : new(),
            Tvs = f.OptionalSection("tvs") is { } tvs ? AbilityBinder.Tvs(tvs) : new(),
            Registration = AbilityBinder.Registration(f),
            Screen = Screen(f.Section("screen")),
            Menu = Menu(f.Section("menu")),
            Texts = TextsOf(f.Section("texts")),
        };
        f.End();
        if (errors.IsWhole)
            ProfileRules.Check(profile, f);
        return profile;
    }

    private static EncryptionProfile Encryption(Fields f)
    {
        EncryptionProfile encryption = new()
        {
            Method = f.Choice<EncryptionMethod>("method"),
            Layout = f.OptionalChoice<ContainerLayout>("layout"),
            KeyBits = f.Number("keyBits", 0, 256, 0),
            FallsBackByItself = f.Flag("fallsBackByItself", false),
            ListedInDisablingSection = f.Flag("listedInDisablingSection", false),
            SameRun = f.Flag("sameRun", false),
            RetainsDigestCredentials = f.Flag("retainsDigestCredentials", false),
            OffersExcludeDigest = f.Flag("offersExcludeDigest", false),
        };
        f.End();
        return encryption;
    }

    private static SigningProfile Signing(Fields f)
    {
        SigningProfile signing = new()
        {
            Behaviour = f.Choice<SigningBehaviour>("behaviour"),
            Digests = f.Choices<DigestAlgorithm>("digests"),
            ChecksEmbeddedName = f.Flag("checksEmbeddedName", false),
        };
        f.End();
        return signing;
    }

    private static TrustProfile Trust(Fields f)
    {
        TrustProfile trust = new()
        {
            AsksCtl = f.Flag("asksCtl"),
            AsksItl = f.Flag("asksItl"),
            CtlAttemptsWhenSecure = f.Number("ctlAttemptsWhenSecure", 1, 100, 4),
            SizeLimit = f.Number("sizeLimit", 1, 16 * 1024 * 1024, 65536),
            MaxSastRecords = f.Number("maxSastRecords", 1, 100, 2),
        };
        f.End();
        return trust;
    }

    private static FetchProfile Fetch(Fields f)
    {
        FetchProfile fetch = new()
        {
            Transports = f.Choices<TransportKind>("transports"),
            SizeLimit = f.Number("sizeLimit", 1, 64 * 1024 * 1024),
            Tftp = f.OptionalSection("tftp") is { } tftp ? Tftp(tftp) : new(),
        };
        f.End();
        return fetch;
    }

    private static TftpSettings Tftp(Fields f)
    {
        TftpSettings defaults = new();
        IReadOnlyList<TimeSpan> retransmissions = f.SecondsList("retransmissions");
        TftpSettings tftp = new()
        {
            BlockSize = f.Number("blockSize", 8, 65464, defaults.BlockSize),
            WindowSize = f.Number("windowSize", 1, 65535, defaults.WindowSize),
            AsksTransferSize = f.Flag("asksTransferSize", defaults.AsksTransferSize),
            TimeoutOption = f.OptionalNumber("timeoutOption", 1, 255),
            Retransmissions = retransmissions.Count > 0 ? retransmissions : defaults.Retransmissions,
            Deadline = f.Seconds("deadline", defaults.Deadline),
        };
        f.End();
        return tftp;
    }

    private static CertificateProfile Certificates(Fields f)
    {
        CertificateProfile certificates = new()
        {
            HasMic = f.Flag("hasMic"),
            MicKeyBits = f.Number("micKeyBits", 512, 4096, 2048),
            SupportsLsc = f.Flag("supportsLsc"),
        };
        f.End();
        return certificates;
    }

    private static ScreenProfile Screen(Fields f)
    {
        ScreenProfile screen = new()
        {
            Columns = f.Number("columns", 0, 80),
            Rows = f.Number("rows", 0, 24),
            SoftkeyCount = f.Number("softkeyCount", 0, 8),
            SoftkeyPlace = f.Choice("softkeyPlace", SoftkeyPlace.Below),
            LineKeys = f.Number("lineKeys", 0, 64),
            LineKeySide = f.Choice("lineKeySide", LineKeySide.Right),
            Navigation = f.Choices<NavigationKey>("navigation"),
            HardKeys = f.Texts("hardKeys"),
            Lamps = f.Texts("lamps"),
        };
        f.End();
        return screen;
    }

    private static MenuProfile Menu(Fields f)
    {
        MenuProfile menu = new()
        {
            Unlock = f.Choice<UnlockStyle>("unlock"),
            FactoryPassword = f.OptionalText("factoryPassword"),
            PasswordSurvivesFactoryReset = f.Flag("passwordSurvivesFactoryReset", false),
            ResetsByStarPound = f.Flag("resetsByStarPound", true),
            HexEntry = f.Choice<HexEntryStyle>("hexEntry"),
            MultiTapPause = f.Seconds("multiTapPause", TimeSpan.FromSeconds(1)),
            OpenKey = f.Text("openKey"),
            Root = Node(f.Section("root")),
        };
        f.End();
        return menu;
    }

    private static MenuNode Node(Fields f)
    {
        MenuNode node = new()
        {
            Label = f.Text("label"),
            Source = f.Choice<TextSource>("source"),
            Kind = f.Text("kind"),
            Value = f.OptionalText("value"),
            NeedsUnlock = f.Flag("needsUnlock", false),
            Access = f.Choice("access", MenuAccess.Enabled),
            Softkeys = f.Texts("softkeys"),
            Prompt = f.OptionalSection("prompt") is { } prompt ? Text(prompt) : null,
            Children = [.. f.Sections("children").Select(Node)],
        };
        f.End();
        if (node.Kind.Length > 0 && !MenuKinds.All.Contains(node.Kind))
            f.Refuse("kind", $"must be one of: {string.Join(", ", MenuKinds.All)}; found \"{node.Kind}\"");
        return node;
    }

    private static SourcedText Text(Fields f)
    {
        SourcedText text = new(f.Text("text"), f.Choice<TextSource>("source"));
        f.End();
        if (f.Has("text") && f.Has("source") && f.FileOf("text") != f.FileOf("source"))
            f.Refuse("text", "a changed text needs its \"source\" beside it; the inherited one belongs to the old text");
        return text;
    }

    private static Dictionary<string, SourcedText> TextsOf(Fields f)
    {
        Dictionary<string, SourcedText> texts = f.Members().ToDictionary(m => m.Name, m => Text(m.Value));
        foreach (string id in Profiles.Texts.All)
            f.Require(id, "an object with \"text\" and \"source\"");
        foreach (string id in texts.Keys.Where(id => !Profiles.Texts.All.Contains(id)))
            f.Refuse(id, $"unknown text{(EditDistance.Nearest(id, Profiles.Texts.All) is [var near, ..] ? $", did you mean \"{near}\"" : "")}");
        return texts;
    }
}
