using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Network.Tls;

internal static class BouncyCastleCredentials
{
    /// <summary>Null: the server takes no certificate of this kind.</summary>
    public static TlsCredentials? ForClient(TlsContext context, BcTlsCrypto crypto, DeviceCertificate certificate, CertificateRequest request)
    {
        (short type, short algorithm) = certificate.Rsa is null
            ? (ClientCertificateType.ecdsa_sign, SignatureAlgorithm.ecdsa)
            : (ClientCertificateType.rsa_sign, SignatureAlgorithm.rsa);
        if (!request.CertificateTypes.Contains(type))
            return null;
        SignatureAndHashAlgorithm? hash = TlsUtilities.IsTlsV12(context) ? TlsUtilities.ChooseSignatureAndHashAlgorithm(context, request.SupportedSignatureAlgorithms, algorithm) : null;
        Certificate chain = new([crypto.CreateCertificate(certificate.Certificate.RawData)]);
        return new BcDefaultTlsCredentialedSigner(new TlsCryptoParameters(context), crypto, KeyOf(certificate), chain, hash);
    }

    private static AsymmetricKeyParameter KeyOf(DeviceCertificate certificate) =>
        PrivateKeyFactory.CreateKey(certificate.Rsa?.ExportPkcs8PrivateKey() ?? certificate.Ec!.ExportPkcs8PrivateKey());
}
