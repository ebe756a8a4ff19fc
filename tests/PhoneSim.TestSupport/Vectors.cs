using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.TestSupport;

/// <summary>The files of tests/Vectors, made by other implementations (README there).</summary>
public static class Vectors
{
    private static readonly string Folder = Find();

    public static string PathOf(string name) => Path.Combine(Folder, name);

    public static byte[] Bytes(string name) => File.ReadAllBytes(PathOf(name));

    public static string Text(string name) => File.ReadAllText(PathOf(name));

    /// <summary>Certificate without its key, e.g. <c>CUCM</c>.</summary>
    public static X509Certificate2 Certificate(string key) => X509Certificate2.CreateFromPem(Text($"keys/{key}.pem"));

    /// <summary>Private key, e.g. <c>phone-lsc</c>; the caller's to dispose.</summary>
    public static RSA Key(string key)
    {
        RSA rsa = RSA.Create();
        rsa.ImportFromPem(Text($"keys/{key}.pem"));
        return rsa;
    }

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "tests", "Vectors")))
                return Path.Combine(folder.FullName, "tests", "Vectors");
        throw new DirectoryNotFoundException("tests/Vectors not found above the test's folder");
    }
}
