using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Cli.Options;

/// <summary>Files the user names on the command line. One that is missing or of another kind is a usage error.</summary>
internal static class InputFiles
{
    public static byte[] Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.Usage($"{path}: no such file");
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw CommandException.Usage($"{path} is a folder, a file is expected");
        }
    }

    public static SigningIdentity Identity(string path) => FromPem(path, SigningIdentity.FromPem, "a certificate and its RSA key");

    public static X509Certificate2 Certificate(string path) => FromPem(path, pem => X509Certificate2.CreateFromPem(pem), "a certificate");

    public static RSA PrivateKey(string path) => FromPem(path, ImportKey, "an RSA private key");

    public static TrustList TrustList(string path)
    {
        try
        {
            return Formats.TrustLists.TrustList.Parse(Bytes(path));
        }
        catch (MalformedDataException e)
        {
            throw CommandException.Usage($"{path} is no trust list: {e.Message}");
        }
    }

    public static T FromPem<T>(string path, Func<string, T> read, string expected)
    {
        string pem = System.Text.Encoding.Latin1.GetString(Bytes(path));
        try
        {
            return read(pem);
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw CommandException.Usage($"{path}: {expected} in PEM expected, none found that fits");
        }
    }

    private static RSA ImportKey(string pem)
    {
        RSA key = RSA.Create();
        key.ImportFromPem(pem);
        return key;
    }
}
