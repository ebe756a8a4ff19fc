using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Pki;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>The keys of clusters and phones, made once for all scenarios of a run, since making them takes longer than a scenario. Safe from any thread.</summary>
internal sealed class ScenarioKeys(TimeProvider time) : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("phonesim-keys-");
    private readonly ConcurrentDictionary<string, Lazy<string>> clusters = new();
    private readonly ConcurrentDictionary<string, Lazy<string>> certificates = new();

    /// <summary>Puts the keys of a cluster into a lab's folder.</summary>
    /// <param name="cluster">Any name; another name, other keys.</param>
    /// <param name="names">Of these only; empty: all.</param>
    public void CopyTo(string target, string cluster, params IReadOnlyList<string> names)
    {
        string source = clusters.GetOrAdd(cluster, name => new(() => Make(name))).Value;
        Directory.CreateDirectory(target);
        foreach (string file in Directory.EnumerateFiles(source, "*.pem").Where(f => names.Count == 0 || names.Contains(Path.GetFileNameWithoutExtension(f))))
            File.Copy(file, Path.Combine(target, Path.GetFileName(file)), overwrite: true);
    }

    public DeviceCertificate Mic(DeviceName device, FirmwareProfile profile) => Get($"mic {device} {profile.Model} {profile.Certificates.MicKeyBits}", () => MicFactory.Make(device, profile, time.GetUtcNow()));

    /// <summary>Issued by the CAPF of a cluster.</summary>
    public DeviceCertificate Lsc(DeviceName device, string cluster, LabPki pki) => Get($"lsc {device} {cluster}", () => Issue(device, pki.Capf));

    public void Dispose() => folder.Delete(recursive: true);

    /// <summary>A copy for each caller: RSA keys are not made for use from several threads.</summary>
    private DeviceCertificate Get(string key, Func<DeviceCertificate> make) => DeviceCertificate.FromPem(certificates.GetOrAdd(key, _ => new(() => make().ToPem())).Value);

    private string Make(string cluster)
    {
        string path = Path.Combine(folder.FullName, Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(cluster)));
        LabPki.Open(path, time);
        return path;
    }

    private DeviceCertificate Issue(DeviceName device, SigningIdentity capf)
    {
        using CapfAuthority authority = CapfAuthority.FromPem($"{capf.Certificate.ExportCertificatePem()}\n{capf.Key.ExportPkcs8PrivateKeyPem()}", time);
        using RSA key = RSA.Create(2048);
        using X509Certificate2 lsc = X509CertificateLoader.LoadCertificate(authority.Issue(device.ToString(), key.ExportSubjectPublicKeyInfo()));
        return DeviceCertificate.FromPem($"{lsc.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}");
    }
}
