using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Flash;

/// <summary>A phone's manufacturing-installed certificate, as the simulator makes it: issued by a CA of its own whose name says that it is the simulator's.</summary>
public static class MicFactory
{
    private static readonly X500DistinguishedName Issuer = new("OU=PhoneSim,O=PhoneSim simulator,CN=PhoneSim Manufacturing CA");

    /// <param name="now">Valid from the day before, for ten years.</param>
    public static DeviceCertificate Make(DeviceName device, FirmwareProfile profile, DateTimeOffset now)
    {
        using RSA key = RSA.Create(profile.Certificates.MicKeyBits);
        using RSA issuer = RSA.Create(2048);
        X500DistinguishedName subject = new($"OU=PhoneSim,O=PhoneSim simulator,CN={profile.Model}-{device}");
        CertificateRequest request = new(subject, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        byte[] serial = RandomNumberGenerator.GetBytes(16);
        serial[0] &= 0x7F;
        using X509Certificate2 mic = request.Create(Issuer, X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), now.AddDays(-1), now.AddYears(10), serial);
        return DeviceCertificate.FromPem(mic.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
    }
}
