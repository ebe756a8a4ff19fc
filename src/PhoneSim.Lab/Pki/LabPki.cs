using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Lab.Pki;

/// <summary>The lab's own certificates, made on first use and kept: SAST signs trust lists, CUCM signs files, CAPF issues LSCs, TVS answers questions.</summary>
public sealed class LabPki
{
    private readonly DurableFolder folder;
    private readonly TimeProvider time;

    private LabPki(DurableFolder folder, TimeProvider time)
    {
        (this.folder, this.time) = (folder, time);
        Sast = Get("SAST");
        Cucm = Get("CUCM");
        Capf = Get("CAPF");
        Tvs = Get("TVS");
        CucmEc = GetEc("CUCM-EC");
    }

    public SigningIdentity Sast { get; }

    /// <summary>Role CCM+TFTP.</summary>
    public SigningIdentity Cucm { get; }

    /// <summary>Role TFTP, P-256, with its private key: the HTTPS server's, for phones whose ITL has signer version 1.1.</summary>
    public X509Certificate2 CucmEc { get; }

    public SigningIdentity Capf { get; }

    public SigningIdentity Tvs { get; }

    public static LabPki Open(string folder, TimeProvider time) => new(new(folder), time);

    private SigningIdentity Get(string name) => SigningIdentity.FromPem(Stored(name, Make));

    private X509Certificate2 GetEc(string name)
    {
        string pem = Stored(name, MakeEc);
        return X509Certificate2.CreateFromPem(pem, pem);
    }

    private string Stored(string name, Func<string, byte[]> make)
    {
        byte[]? pem = folder.Read(name + ".pem");
        if (pem is null)
            folder.Write(name + ".pem", pem = make(name));
        return Encoding.ASCII.GetString(pem);
    }

    private byte[] Make(string name)
    {
        using RSA key = RSA.Create(2048);
        return SelfSigned(new(NameOf(name), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), key);
    }

    private byte[] MakeEc(string name)
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return SelfSigned(new(NameOf(name), key, HashAlgorithmName.SHA256), key);
    }

    private static X500DistinguishedName NameOf(string name) => new($"OU=Lab,O=PhoneSim,CN={name}.lab");

    private byte[] SelfSigned(CertificateRequest request, AsymmetricAlgorithm key)
    {
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: true, pathLengthConstraint: 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.KeyEncipherment | X509KeyUsageFlags.KeyCertSign, critical: false));
        using X509Certificate2 certificate = request.CreateSelfSigned(time.GetUtcNow().AddDays(-1), time.GetUtcNow().AddYears(10));
        return Encoding.ASCII.GetBytes(certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
    }
}
