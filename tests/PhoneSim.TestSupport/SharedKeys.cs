using PhoneSim.Lab.Pki;
using PhoneSim.Phone.Flash;

namespace PhoneSim.TestSupport;

/// <summary>Keys that take long to make, made once a test run.</summary>
public static class SharedKeys
{
    private static readonly Lazy<string> Pki = new(() =>
    {
        string folder = Directory.CreateTempSubdirectory("phonesim-pki-").FullName;
        LabPki.Open(folder, TimeProvider.System);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>An MIC that no server knows.</summary>
    public static DeviceCertificate Mic { get; } = DeviceCertificate.FromPem(Vectors.Text("keys/phone-mic.pem"));

    public static void CopyTo(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (string file in Directory.EnumerateFiles(Pki.Value, "*.pem"))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
    }
}
