using System.Net.Security;
using System.Security.Authentication;

namespace PhoneSim.Phone.Profiles;

/// <summary>What the load offers when it opens a TLS connection.</summary>
public sealed record TlsProfile
{
    public SslProtocols MinVersion { get; init; } = SslProtocols.Tls;

    public SslProtocols MaxVersion { get; init; } = SslProtocols.Tls12;

    /// <summary>In the order of the offer; empty: whatever the machine's TLS offers.</summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];
}
