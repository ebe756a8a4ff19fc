using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Network.Tls;

/// <summary>The phone's part in BouncyCastle's handshake.</summary>
internal sealed class BouncyCastleClient(BcTlsCrypto crypto, TlsOptions options, DeviceCertificate? certificate) : DefaultTlsClient(crypto), TlsAuthentication
{
    public ReadOnlyMemory<byte> ServerCertificate { get; private set; }

    public SecurityParameters Negotiated => m_context.SecurityParameters;

    public override TlsAuthentication GetAuthentication() => this;

    /// <summary>Servers of that age do not know RFC 5746; the phone does not renegotiate.</summary>
    public override void NotifySecureRenegotiation(bool secureRenegotiation)
    {
    }

    public override bool RequiresCloseNotify() => false;

    public override bool ShouldUseExtendedMasterSecret() => false;

    public void NotifyServerCertificate(TlsServerCertificate serverCertificate) =>
        ServerCertificate = serverCertificate.Certificate is { IsEmpty: false } chain
            ? chain.GetCertificateAt(0).GetEncoded()
            : throw new TlsFatalAlert(AlertDescription.bad_certificate, "the server showed no certificate");

    public TlsCredentials? GetClientCredentials(CertificateRequest certificateRequest) =>
        certificate is null ? null : BouncyCastleCredentials.ForClient(m_context, crypto, certificate, certificateRequest);

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        options.KeyLog?.Invoke(BouncyCastleKeyLog.LineOf(m_context, crypto));
    }

    protected override ProtocolVersion[] GetSupportedVersions() => BouncyCastleVersions.Between(options.Minimum, options.Maximum);

    protected override int[] GetSupportedCipherSuites() =>
        options.CipherSuites.Count == 0 ? base.GetSupportedCipherSuites() : [.. options.CipherSuites.Select(suite => (int)suite)];
}
