using PhoneSim.Formats.Configuration;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>Servers and modes that encryption and security need.</summary>
internal sealed class SecurityLint(ConfigurationElement root, PhoneConfiguration configuration, FirmwareProfile profile, LintFindings findings)
{
    private const int Tls = 3;

    private bool IsSecure => configuration.DeviceSecurityMode is 2 or 3;

    public void Read()
    {
        if (configuration.EncrConfig && profile.Encryption.Method == EncryptionMethod.None)
            findings.Add(LintRules.NoEncryption, At("encrConfig"), $"encrConfig is true, and a {profile.Name} reads no encrypted files: it stays without its full configuration", "set encrConfig to false");
        if (configuration.CapfServers.Count == 0 && WhyCapf() is var (element, why))
            findings.Add(LintRules.CapfMissing, At(element), why, "add device/capfList/capf with phonePort and processNodeName");
        if (configuration is { FullConfig: true, TvsServers.Count: 0 } && profile.Tvs.Asks && (IsSecure || configuration.EncrConfig))
            findings.Add(LintRules.TvsMissing, At("TVS"), "no TVS server: the phone refuses every signer and server that its trust lists do not name", "add device/TVS/members/member with port and address");
        if (configuration.TransportLayerProtocol == Tls && !IsSecure)
            findings.Add(LintRules.Transport, At("transportLayerProtocol"), "transportLayerProtocol is 3 (TLS) and deviceSecurityMode is 1 (non-secure)", "set deviceSecurityMode to 2 or 3, or transportLayerProtocol to 1");
        else if (IsSecure && root.Find("transportLayerProtocol").Any() && configuration.TransportLayerProtocol != Tls)
            findings.Add(LintRules.Transport, At("transportLayerProtocol"), $"deviceSecurityMode is {configuration.DeviceSecurityMode} and transportLayerProtocol {configuration.TransportLayerProtocol}, which is not TLS", "set transportLayerProtocol to 3");
    }

    private (string Element, string Why)? WhyCapf() => configuration switch
    {
        { CapfAuthMode: > 0 } => ("capfAuthMode", $"capfAuthMode is {configuration.CapfAuthMode} and no CAPF server is named: the phone enrols nowhere"),
        { EncrConfig: true } when profile.Encryption.Method == EncryptionMethod.PublicKey => ("encrConfig", "encrConfig is true and no CAPF server is named: a phone whose certificate differs from certHash cannot enrol"),
        _ when IsSecure && profile.Certificates.SupportsLsc => ("deviceSecurityMode", $"deviceSecurityMode is {configuration.DeviceSecurityMode} and no CAPF server is named: the phone cannot get an LSC"),
        _ => null,
    };

    /// <summary>The root when it is not there.</summary>
    private ConfigurationElement At(string element) => root.Find(element).FirstOrDefault() ?? root;
}
