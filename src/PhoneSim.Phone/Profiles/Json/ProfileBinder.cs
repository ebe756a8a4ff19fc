using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Fetching;

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
            LoadNames = f.Texts("loadNames"),
            Encryption = Encryption(f.Section("encryption")),
            Signing = Signing(f.Section("signing")),
            Trust = Trust(f.Section("trust")),
            Fetch = Fetch(f.Section("fetch")),
            Certificates = Certificates(f.Section("certificates")),
            Tls = f.OptionalSection("tls") is { } tls ? AbilityBinder.Tls(tls) : new(),
            Capf = f.OptionalSection("capf") is { } capf ? AbilityBinder.Capf(capf) : new(),
            Tvs = f.OptionalSection("tvs") is { } tvs ? AbilityBinder.Tvs(tvs) : new(),
            Registration = AbilityBinder.Registration(f),
            Screen = FaceBinder.Screen(f.Section("screen")),
            Menu = FaceBinder.Menu(f.Section("menu"), f.Section("encryption").Choice("method", EncryptionMethod.None)),
            PowerOn = f.OptionalSection("powerOn") is { } powerOn ? FaceBinder.PowerOn(powerOn) : PowerOnProfile.None,
            Texts = SourcedTexts.All(f.Section("texts")),
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
            MalformedAttempts = f.Number("malformedAttempts", 1, 100, 2),
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
}
