using System.Globalization;

namespace PhoneSim.Formats.Configuration;

/// <summary>The texts of a configuration as they are met: the first of a kind counts, a number that is none counts as absent.</summary>
internal sealed class ConfigurationDraft
{
    private readonly List<ServerAddress> capf = [];
    private readonly List<CallManager> callManagers = [];
    private readonly List<(int Rank, ServerAddress Address)> tvs = [];
    private readonly List<SipLine> lines = [];

    /// <summary>The root's name; empty: there was none.</summary>
    public string Root = "";

    public string? FullConfig;
    public string? EncrConfig;
    public string? CertHash;
    public string? CapfAuthMode;
    public string? PhonePassword;
    public string? LoadInformation;
    public string? SettingsAccess;
    public string? CommonSettingsAccess;
    public string? EnterpriseSettingsAccess;
    public string? WebAccess;
    public string? CommonWebAccess;
    public string? EnterpriseWebAccess;
    public string? DeviceSecurityMode;
    public string? TransportLayerProtocol;
    public string? DeviceProtocol;
    public string? VersionStamp;
    public DigestCredentials? Credentials;

    /// <summary>The one being read.</summary>
    public ServerDraft Server;

    /// <summary>The one being read.</summary>
    public LineDraft Line;

    public IReadOnlyList<SipLine> Lines => lines;

    public void AddCapf()
    {
        if (Server.Address(3804) is { } address)
            capf.Add(address);
    }

    public void AddTvs()
    {
        if (Server.Address(2445) is { } address)
            tvs.Add((Server.Rank, address));
    }

    public void AddCallManager()
    {
        if (Server.CallManager is { } manager)
            callManagers.Add(manager);
    }

    /// <summary>A button without a name is no line: a speed dial, say.</summary>
    public void AddLine()
    {
        if (Line.Name is { Length: > 0 })
            lines.Add(Line.Line);
    }

    /// <summary>Those of the first line that has any.</summary>
    public void KeepCredentials() => Credentials ??= Line.Credentials;

    public PhoneConfiguration Of(ReadOnlyMemory<byte> xml) => new()
    {
        Xml = xml,
        FullConfig = FullConfig is not "false",
        EncrConfig = EncrConfig is "true",
        CertHash = CertHash?.ToLowerInvariant(),
        CapfAuthMode = Number(CapfAuthMode) ?? 0,
        CapfServers = [.. capf],
        CallManagers = [.. callManagers.OrderBy(m => m.Priority)],
        TvsServers = [.. tvs.OrderBy(s => s.Rank).Select(s => s.Address)],
        DigestCredentials = Credentials,
        PhonePassword = PhonePassword is { } password ? new(password) : null,
        LoadInformation = LoadInformation,
        SettingsAccess = Number(SettingsAccess) ?? Number(CommonSettingsAccess) ?? Number(EnterpriseSettingsAccess) ?? 1,
        WebAccess = Number(WebAccess) ?? Number(CommonWebAccess) ?? Number(EnterpriseWebAccess),
        DeviceSecurityMode = Number(DeviceSecurityMode) ?? 1,
        TransportLayerProtocol = Number(TransportLayerProtocol) ?? 1,
        DeviceProtocol = DeviceProtocol,
        VersionStamp = VersionStamp,
    };

    public static int? Number(string? text) => int.TryParse(text, CultureInfo.InvariantCulture, out int number) ? number : null;
}
