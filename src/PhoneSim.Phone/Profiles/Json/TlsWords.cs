using System.Net.Security;
using System.Security.Authentication;

namespace PhoneSim.Phone.Profiles.Json;

internal static class TlsWords
{
    public static IReadOnlyDictionary<string, SslProtocols> Versions { get; } = new Dictionary<string, SslProtocols>
    {
        ["1.0"] = SslProtocols.Tls, ["1.1"] = SslProtocols.Tls11, ["1.2"] = SslProtocols.Tls12, ["1.3"] = SslProtocols.Tls13,
    };

    /// <summary>Of the registry's names those that phones were seen or said to offer (shared/spec/phone-behaviour.md 10), and TLS 1.3.</summary>
    public static IReadOnlyDictionary<string, TlsCipherSuite> CipherSuites { get; } = new[]
    {
        TlsCipherSuite.TLS_RSA_WITH_3DES_EDE_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA,
        TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        TlsCipherSuite.TLS_AES_128_GCM_SHA256,
        TlsCipherSuite.TLS_AES_256_GCM_SHA384,
    }.ToDictionary(s => s.ToString(), StringComparer.Ordinal);
}
