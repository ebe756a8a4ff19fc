namespace PhoneSim.Formats.Configuration;

/// <summary>What a phone reads out of its configuration XML (root <c>device</c>, or that of <see cref="DefaultConfiguration"/>). An element the file leaves out is null or empty. Immutable.</summary>
public sealed class PhoneConfiguration
{
    private IReadOnlyList<SipLine>? lines;

    /// <summary>The XML as it came.</summary>
    public required ReadOnlyMemory<byte> Xml { get; init; }

    /// <summary>False: a minimal configuration, no lines, no call managers. A file without the element is full (hardware phones accept those).</summary>
    public bool FullConfig { get; init; } = true;

    /// <summary>An encrypted file exists and must be fetched.</summary>
    public bool EncrConfig { get; init; }

    /// <summary>Lower-case hex digest of the certificate the server encrypts for (MD5: 32 digits). Null: element absent; empty: present and blank.</summary>
    public string? CertHash { get; init; }

    /// <summary>0 none, 1 authentication string, 2 null string, 3 existing certificate (LSC, else MIC), 4 existing certificate (MIC).</summary>
    public int CapfAuthMode { get; init; }

    public IReadOnlyList<ServerAddress> CapfServers { get; init; } = [];

    /// <summary>By priority, lowest number first; empty names are left out.</summary>
    public IReadOnlyList<CallManager> CallManagers { get; init; } = [];

    public IReadOnlyList<ServerAddress> TvsServers { get; init; } = [];

    /// <summary>Those with a name; a <c>line</c> without one is a button of another kind. Read out of <see cref="Xml"/> when first asked for: they are most of the objects of a configuration, and a phone of a large fleet never looks at them.</summary>
    public IReadOnlyList<SipLine> Lines => lines ??= ConfigurationReader.Lines(Xml);

    /// <summary>Device level (or first line that has any) digest credentials; null: the file names none, blank ones are present and empty.</summary>
    public DigestCredentials? DigestCredentials { get; init; }

    /// <summary>Local settings password; null: element absent.</summary>
    public Secret? PhonePassword { get; init; }

    public string? LoadInformation { get; init; }

    /// <summary><c>settingsAccess</c>: 0 disabled, 1 enabled, 2 restricted. Of <c>vendorConfig</c>, else of <c>commonConfig</c>, else of <c>enterpriseConfig</c> (the order is assumed).</summary>
    public int SettingsAccess { get; init; } = 1;

    /// <summary><c>webAccess</c>, from where <see cref="SettingsAccess"/> is: 0 enabled, 1 disabled, 2 read only; null: not said.</summary>
    public int? WebAccess { get; init; }

    /// <summary>1 non-secure, 2 authenticated, 3 encrypted.</summary>
    public int DeviceSecurityMode { get; init; } = 1;

    /// <summary>1 TCP, 2 UDP, 3 TLS, 4 as TCP.</summary>
    public int TransportLayerProtocol { get; init; } = 1;

    public string? DeviceProtocol { get; init; }

    public string? VersionStamp { get; init; }

    /// <param name="file">The name it was asked by; root <c>Default</c> is right for <see cref="DefaultConfiguration"/> only.</param>
    /// <exception cref="MalformedDataException">Not well-formed, a DTD, too deep, too large, another root.</exception>
    public static PhoneConfiguration Parse(ReadOnlyMemory<byte> xml, string file = "") => ConfigurationReader.Facts(xml, file).Of(xml);

    /// <summary>Well-formed XML with the root of a file of that name, <c>device</c> if nothing else.</summary>
    public static bool IsConfiguration(ReadOnlyMemory<byte> xml, string file = "")
    {
        try
        {
            ConfigurationReader.Facts(xml, file);
            return true;
        }
        catch (MalformedDataException)
        {
            return false;
        }
    }
}
