using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Services;

/// <summary>MICs in series: each names its phone, and phones of equal key length share one key, since making it takes a fifth of a second.</summary>
internal sealed class FleetMics(DateTimeOffset now) : IDisposable
{
    private static readonly X500DistinguishedName Issuer = new("OU=PhoneSim,O=PhoneSim simulator,CN=PhoneSim Manufacturing CA");

    private readonly RSA issuer = RSA.Create(2048);
    private readonly Dictionary<int, RSA> keys = [];

    public DeviceCertificate Make(DeviceName device, FirmwareProfile profile)
    {
        RSA key = Key(profile.Certificates.MicKeyBits);
        CertificateRequest request = new(new X500DistinguishedName($"OU=PhoneSim,O=PhoneSim simulator,CN={profile.Model}-{device}"), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 mic = request.Create(Issuer, X509SignatureGenerator.CreateForRSA(issuer, RSASignaturePadding.Pkcs1), now.AddDays(-1), now.AddYears(10), [1, .. Convert.FromHexString(device.Mac)]);
        return DeviceCertificate.Create(mic, key);
    }

    public void Dispose() => issuer.Dispose();

    private RSA Key(int bits)
    {
        if (!keys.TryGetValue(bits, out RSA? key))
            keys[bits] = key = RSA.Create(bits);
        return key;
    }
}
