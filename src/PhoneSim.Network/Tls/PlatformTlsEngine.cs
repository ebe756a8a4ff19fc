using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Network.Tls;

/// <summary>SslStream.</summary>
internal sealed class PlatformTlsEngine(TlsOptions options) : ITlsEngine
{
    public async Task<TlsConnection> HandshakeAsync(Stream transport, DeviceCertificate? client, CancellationToken cancellation)
    {
        PlatformTlsStream tls = new(transport);
        await tls.AuthenticateAsClientAsync(Settings(client), cancellation);
        return new(tls, tls.RemoteCertificate!.GetRawCertData(), VersionOf(tls.SslProtocol), tls.NegotiatedCipherSuite);
    }

    private SslClientAuthenticationOptions Settings(DeviceCertificate? client) => new()
    {
        TargetHost = "", // phones send no server name
        EnabledSslProtocols = Protocols(),
        CipherSuitesPolicy = Policy(),
        AllowTlsResume = false,
        ClientCertificateContext = client is null ? null : SslStreamCertificateContext.Create(WithKey(client), null, offline: true),
        CertificateChainPolicy = new X509ChainPolicy { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck, TrustMode = X509ChainTrustMode.CustomRootTrust },
        RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate is not null,
    };

    private SslProtocols Protocols() => Enum.GetValues<TlsVersion>()
        .Where(version => version >= options.Minimum && version <= options.Maximum)
        .Aggregate(SslProtocols.None, (all, version) => all | ProtocolOf(version));

    private CipherSuitesPolicy? Policy() =>
        options.CipherSuites.Count > 0 && (OperatingSystem.IsLinux() || OperatingSystem.IsMacOS()) ? new(options.CipherSuites) : null;

    private static X509Certificate2 WithKey(DeviceCertificate client) =>
        client.Rsa is { } rsa ? client.Certificate.CopyWithPrivateKey(rsa) : client.Certificate.CopyWithPrivateKey(client.Ec!);

    private static SslProtocols ProtocolOf(TlsVersion version) => version switch
    {
        TlsVersion.Tls10 => SslProtocols.Tls,
        TlsVersion.Tls11 => SslProtocols.Tls11,
        TlsVersion.Tls12 => SslProtocols.Tls12,
        _ => SslProtocols.Tls13,
    };

    private static TlsVersion VersionOf(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls => TlsVersion.Tls10,
        SslProtocols.Tls11 => TlsVersion.Tls11,
        SslProtocols.Tls12 => TlsVersion.Tls12,
        _ => TlsVersion.Tls13,
    };
}
