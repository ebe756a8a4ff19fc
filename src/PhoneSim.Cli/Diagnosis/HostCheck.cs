using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Cli.Diagnosis;

/// <summary>Tries what phones need of a machine, rather than asking for versions.</summary>
internal static class HostCheck
{
    /// <summary>Programs that the interop tests and the examples of the README use, with their Debian packages.</summary>
    private static readonly (string Program, string Package, string For)[] Programs =
    [
        ("in.tftpd", "tftpd-hpa", "interop tests"), ("dnsmasq", "dnsmasq-base", "interop tests"), ("openssl", "openssl", "interop tests"),
        ("kamailio", "kamailio", "registration tests"), ("sipp", "sip-tester", "registration tests"), ("tshark", "tshark", "reading captures"), ("tmux", "tmux", "screen tests"),
    ];

    public static async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        yield return new(FindingVerdict.Fine, "program", $"{CommandLineApp.Version}, {System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription}, {System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier}");
        yield return Loopback();
        yield return IPv6();
        yield return LowPort();
        yield return Flash();
        yield return Try("RSA, AES", "2048 bits, PKCS #1 v1.5; AES-128-CBC", RsaAndAes);
        yield return Try("RC4", "256 bits, for manual keys of the 7800/6921 profiles", Rc4);
        yield return Try("SHA-1 signatures", "older clusters sign with them", Sha1Signature);
        await foreach (Finding tls in TlsCheck.RunAsync(cancellation))
            yield return tls;
        yield return Terminal();
        foreach ((string program, string package, string use) in Programs)
            yield return Program(program, package, use);
    }

    private static Finding Loopback() => Try("UDP on 127.0.0.1", "the built-in lab can be reached", () =>
    {
        using UdpClient socket = new(new IPEndPoint(IPAddress.Loopback, 0));
    });

    private static Finding IPv6() => Socket.OSSupportsIPv6 && CanBind(new(IPAddress.IPv6Loopback, 0))
        ? new(FindingVerdict.Fine, "IPv6", "[::1] can be used")
        : new(FindingVerdict.Limited, "IPv6", "not on this machine: servers by IPv4 only");

    private static Finding LowPort() => CanBind(new(IPAddress.Loopback, 69))
        ? new(FindingVerdict.Fine, "UDP port 69", "the lab can listen on the standard TFTP port")
        : new(FindingVerdict.Limited, "UDP port 69", "taken or not allowed: 'lab serve' uses 6969, and phones are told with --server HOST:6969");

    private static Finding Flash()
    {
        string folder = FolderFlash.DataFolder;
        return Try("flash folder", folder, () =>
        {
            Directory.CreateDirectory(folder);
            string probe = Path.Combine(folder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
        });
    }

    private static Finding Terminal() => Console.IsOutputRedirected || Console.IsInputRedirected
        ? new(FindingVerdict.Limited, "terminal", "none here: the phone's screen needs one, the commands do not")
        : new(FindingVerdict.Fine, "terminal", $"{Environment.GetEnvironmentVariable("TERM")}, {Console.WindowWidth} x {Console.WindowHeight}");

    private static Finding Program(string program, string package, string use)
    {
        string? path = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin".Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
        return path is null
            ? new(FindingVerdict.Limited, program, $"not installed, {use} are skipped; apt-get install {package}")
            : new(FindingVerdict.Fine, program, $"{path}, for {use}");
    }

    private static Finding Try(string name, string detail, Action attempt)
    {
        try
        {
            attempt();
            return new(FindingVerdict.Fine, name, detail);
        }
        catch (Exception e) when (e is CryptographicException or SocketException or IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            return new(FindingVerdict.Missing, name, e.Message);
        }
    }

    private static bool CanBind(IPEndPoint at)
    {
        try
        {
            using UdpClient socket = new(at);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static void RsaAndAes()
    {
        using RSA rsa = RSA.Create(2048);
        byte[] key = rsa.Decrypt(rsa.Encrypt(new byte[16], RSAEncryptionPadding.Pkcs1), RSAEncryptionPadding.Pkcs1);
        using Aes aes = Aes.Create();
        aes.Key = key;
        aes.DecryptCbc(aes.EncryptCbc(new byte[32], new byte[16]), new byte[16]);
    }

    private static void Rc4() => EncryptedFileWriter.ForManualRc4(new byte[32], SymmetricKey.FromHex(new string('1', 64), 256)!);

    private static void Sha1Signature()
    {
        using RSA rsa = RSA.Create(2048);
        rsa.SignData(new byte[8], HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1);
    }
}
