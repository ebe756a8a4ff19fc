using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>Reads a server, and the settings of the lab.</summary>
internal static class ServerReader
{
    private static readonly Dictionary<string, CapfAuthentication> CapfModes = new()
    {
        ["auth-string"] = CapfAuthentication.AuthString, ["null-string"] = CapfAuthentication.NullString, ["lsc"] = CapfAuthentication.ExistingLscFirst, ["mic"] = CapfAuthentication.ExistingMic,
    };

    private static readonly Dictionary<string, CertificateWord> Certificates = Enum.GetValues<CertificateWord>().ToDictionary(w => w.ToString().ToLowerInvariant());

    private enum CertificateWord
    {
        Mic,
        Lsc,
        Foreign,
        None,
    }

    public static ScenarioServer Default { get; } = new ScenarioServer.Lab("A", new(new(), new(), null, null), HasHttp: true, null);

    public static ScenarioServer Read(Fields f, ReadingContext context)
    {
        ScenarioServer?[] given =
        [
            f.OptionalSection("lab") is { } lab ? ReadLab(lab, context) : null,
            f.OptionalText("folder") is { } folder ? new ScenarioServer.Folder(Path.Combine(context.Folder, folder)) : null,
            f.OptionalText("at") is { } at ? ReadExternal(at, f) : null,
        ];
        if (given[1] is ScenarioServer.Folder { Path: var path } && !Directory.Exists(path))
            f.Refuse("folder", $"there is no folder {path}");
        ScenarioServer[] servers = [.. given.OfType<ScenarioServer>()];
        if (servers.Length != 1 && given.All(g => g is not ScenarioServer.External { At.Port: 0 }))
            f.Refuse("lab", "a server is one of: lab, folder, at");
        f.End();
        return servers.FirstOrDefault() ?? Default;
    }

    public static LabSettings ReadSettings(Fields f, ReadingContext context)
    {
        LabSettings settings = new(ReadPhone(f, context), ReadCluster(f), f.Has("known") ? f.Flag("known", true) : null, f.OptionalWord("certificate", Certificates)?.ToString().ToLowerInvariant());
        f.End();
        return settings;
    }

    private static ScenarioServer.Lab ReadLab(Fields f, ReadingContext context) =>
        new(f.OptionalText("cluster") ?? "A", HasHttp: f.Flag("http", true), Vouches: f.OptionalText("vouches"), Settings: ReadSettings(f, context));

    private static ScenarioServer.External ReadExternal(string text, Fields f)
    {
        int colon = text.LastIndexOf(':');
        bool hasPort = colon > 0 && (text.IndexOf(':', StringComparison.Ordinal) == colon || text[colon - 1] == ']');
        string host = (hasPort ? text[..colon] : text).Trim('[', ']');
        if (host.Length > 0 && (!hasPort || int.TryParse(text[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is >= 1 and <= 65535))
            return new(new(host, hasPort ? int.Parse(text[(colon + 1)..], CultureInfo.InvariantCulture) : 69));
        f.Refuse("at", $"must be HOST or HOST:PORT, IPv6 in brackets; found \"{text}\"");
        return new(new(host, 0));
    }

    private static LabPhoneChange ReadPhone(Fields f, ReadingContext context) => new()
    {
        Profile = context.Named(f)?.Name,
        EncryptedConfig = Flag(f, "encryptedConfig"),
        ExcludeDigest = Flag(f, "excludeDigest"),
        SecurityMode = f.OptionalNumber("securityMode", 1, 3),
        Key = Secret(f, "key"),
        Capf = f.OptionalChoice<CapfOperation>("capf"),
        CapfMode = f.OptionalWord("capfMode", CapfModes),
        CapfKeyBits = f.OptionalNumber("capfKeyBits", 512, 4096),
        AuthString = Secret(f, "authString"),
        DigestUser = f.OptionalText("digestUser"),
        DigestPassword = Secret(f, "digestPassword"),
        SettingsPassword = Secret(f, "settingsPassword"),
    };

    private static LabClusterChange ReadCluster(Fields f) => new() { MixedMode = Flag(f, "mixedMode"), Digest = f.OptionalChoice<DigestAlgorithm>("digest") };

    private static bool? Flag(Fields f, string name) => f.Has(name) ? f.Flag(name, false) : null;

    private static Secret? Secret(Fields f, string name) => f.OptionalText(name) is { } text ? new(text) : null;
}
