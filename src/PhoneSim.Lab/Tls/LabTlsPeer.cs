using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using PhoneSim.Network.Tls;
using CertificateRequest = Org.BouncyCastle.Tls.CertificateRequest;

namespace PhoneSim.Lab.Tls;

/// <summary>The lab's part in BouncyCastle's handshake: an RSA certificate, and any client certificate is taken.</summary>
internal sealed class LabTlsPeer(BcTlsCrypto crypto, X509Certificate2 certificate, LabTlsOptions options) : DefaultTlsServer(crypto)
{
    public override bool RequiresCloseNotify() => false;

    public override CertificateRequest? GetCertificateRequest() => options.AsksClientCertificate
        ? new CertificateRequest([ClientCertificateType.rsa_sign, ClientCertificateType.ecdsa_sign], TlsUtilities.IsTlsV12(m_context) ? TlsUtilities.GetDefaultSupportedSignatureAlgorithms(m_context) : null, null)
        : null;

    public override void NotifyClientCertificate(Certificate clientCertificate)
    {
        if (!clientCertificate.IsEmpty)
            options.ClientCertificateSeen?.Invoke(clientCertificate.GetCertificateAt(0).GetEncoded());
    }

    public override void NotifyHandshakeComplete()
    {
        base.NotifyHandshakeComplete();
        options.KeyLog?.Invoke(BouncyCastleKeyLog.LineOf(m_context, crypto));
    }

    protected override ProtocolVersion[] GetSupportedVersions() => BouncyCastleVersions.Between(options.Minimum, options.Maximum);

    protected override TlsCredentialedDecryptor GetRsaEncryptionCredentials() => new BcDefaultTlsCredentialedDecryptor(crypto, Chain(), Key());

    protected override TlsCredentialedSigner GetRsaSignerCredentials() => new BcDefaultTlsCredentialedSigner(
        new TlsCryptoParameters(m_context),
        crypto,
        Key(),
        Chain(),
        TlsUtilities.IsTlsV12(m_context) ? TlsUtilities.ChooseSignatureAndHashAlgorithm(m_context, m_context.SecurityParameters.ClientSigAlgs, SignatureAlgorithm.rsa) : null);

    private Certificate Chain() => new([crypto.CreateCertificate(certificate.RawData)]);

    private AsymmetricKeyParameter Key()
    {
        using RSA key = certificate.GetRSAPrivateKey()!;
        return PrivateKeyFactory.CreateKey(key.ExportPkcs8PrivateKey());
    }
}
