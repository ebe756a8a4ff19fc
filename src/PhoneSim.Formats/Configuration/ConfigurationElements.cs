using System.Collections.Frozen;
using System.Globalization;
using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

/// <summary>Where each fact stands in the XML (shared/spec/phone-behaviour.md 2). A number that is none counts as absent.</summary>
internal static class ConfigurationElements
{
    /// <summary>Everything that is looked at below: of a real file, a tenth.</summary>
    public static FrozenSet<string> Names { get; } = FrozenSet.ToFrozenSet(
    [
        "fullConfig", "encrConfig", "certHash", "capfAuthMode", "capfList", "capf", "processNodeName", "phonePort", "devicePool", "callManagerGroup", "members", "member", "callManager", "name", "ports",
        "sipPort", "securedSipPort", "ethernetPhonePort", "TVS", "address", "port", "sipProfile", "sipLines", "line", "displayName", "featureLabel", "authName", "authPassword",
        "commonProfile", "phonePassword", "loadInformation", "vendorConfig", "settingsAccess", "deviceSecurityMode", "transportLayerProtocol", "deviceProtocol", "versionStamp",
    ]);

    public static PhoneConfiguration Read(ReadOnlyMemory<byte> xml, XElement device)
    {
        IReadOnlyList<SipLine> lines = [.. Path(device, "sipProfile", "sipLines", "line").Select(Line)];
        return new()
        {
            Xml = xml,
            FullConfig = Text(device, "fullConfig") is not "false",
            EncrConfig = Text(device, "encrConfig") is "true",
            CertHash = Text(device, "certHash")?.ToLowerInvariant(),
            CapfAuthMode = Number(device, "capfAuthMode") ?? 0,
            CapfServers = Servers(Path(device, "capfList", "capf"), "processNodeName", "phonePort", 3804),
            CallManagers = CallManagers(device),
            TvsServers = Servers(ByPriority(Path(device, "TVS", "members", "member")), "address", "port", 2445),
            Lines = lines,
            DigestCredentials = lines.FirstOrDefault(l => l.Credentials is not null)?.Credentials,
            PhonePassword = Text(device.Element("commonProfile"), "phonePassword") is { } password ? new(password) : null,
            LoadInformation = Text(device, "loadInformation"),
            SettingsAccess = Number(device.Element("vendorConfig"), "settingsAccess") ?? 1,
            WebAccess = Number(device.Element("vendorConfig"), "webAccess"),
            DeviceSecurityMode = Number(device, "deviceSecurityMode") ?? 1,
            TransportLayerProtocol = Number(device, "transportLayerProtocol") ?? 1,
            DeviceProtocol = Text(device, "deviceProtocol"),
            VersionStamp = Text(device, "versionStamp"),
        };
    }

    private static IReadOnlyList<CallManager> CallManagers(XElement device) =>
    [
        .. from member in ByPriority(Path(Pool(device), "callManagerGroup", "members", "member"))
           let manager = member.Element("callManager")
           let name = Text(manager, "processNodeName") ?? Text(manager, "name")
           where !string.IsNullOrEmpty(name)
           let ports = manager.Element("ports")
           select new CallManager(Priority(member), name, Number(ports, "sipPort") ?? 5060, Number(ports, "securedSipPort") ?? 5061, Number(ports, "ethernetPhonePort") ?? 2000),
    ];

    private static XElement Pool(XElement root) => root.Name.LocalName == DefaultConfiguration.Root ? root : root.Element("devicePool") ?? new("devicePool");

    private static IReadOnlyList<ServerAddress> Servers(IEnumerable<XElement> elements, string host, string port, int defaultPort) =>
    [
        .. from element in elements
           let name = Text(element, host)
           where !string.IsNullOrEmpty(name)
           select new ServerAddress(name, Number(element, port) ?? defaultPort),
    ];

    private static SipLine Line(XElement line) => new(
        int.TryParse(line.Attribute("button")?.Value, CultureInfo.InvariantCulture, out int button) ? button : 0,
        Text(line, "name") ?? "", Text(line, "displayName"), Text(line, "featureLabel"), Credentials(line));

    private static DigestCredentials? Credentials(XElement line) => (Text(line, "authName"), Text(line, "authPassword")) switch
    {
        (null, null) => null,
        var (name, password) => new(name ?? "", new(password ?? "")),
    };

    private static IEnumerable<XElement> Path(XElement device, params ReadOnlySpan<string> names)
    {
        IEnumerable<XElement> elements = [device];
        foreach (string name in names)
            elements = elements.Elements(name);
        return elements;
    }

    private static IEnumerable<XElement> ByPriority(IEnumerable<XElement> members) => members.OrderBy(Priority);

    private static int Priority(XElement member) => int.TryParse(member.Attribute("priority")?.Value, CultureInfo.InvariantCulture, out int priority) ? priority : int.MaxValue;

    private static string? Text(XElement? parent, string name) => parent?.Element(name)?.Value.Trim();

    private static int? Number(XElement? parent, string name) => int.TryParse(Text(parent, name), CultureInfo.InvariantCulture, out int number) ? number : null;
}
