using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Tls;

namespace PhoneSim.Cli.Diagnosis;

/// <summary>A real handshake of each version by each engine with a server in this process.</summary>
internal static class TlsCheck
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    public static async IAsyncEnumerable<Finding> RunAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=doctor", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        await using LabTlsServer server = new(new(IPAddress.Loopback, 0), new(certificate, new(), TimeProvider.System), new((_, _) => Task.CompletedTask, _ => { }, TimeProvider.System));
        foreach (TlsVersion version in new[] { TlsVersion.Tls10, TlsVersion.Tls11, TlsVersion.Tls12 })
            yield return await TryAsync(version, server.EndPoint, cancellation);
    }

    private static async Task<Finding> TryAsync(TlsVersion version, IPEndPoint server, CancellationToken cancellation)
    {
        bool platform = await ConnectsAsync(version, TlsEngineKind.Platform, server, cancellation);
        bool bouncyCastle = await ConnectsAsync(version, TlsEngineKind.BouncyCastle, server, cancellation);
        string name = $"TLS 1.{version - TlsVersion.Tls10}";
        return (platform, bouncyCastle) switch
        {
            (true, true) => new(FindingVerdict.Fine, name, "by the platform and by BouncyCastle"),
            (false, true) => new(FindingVerdict.Fine, name, "by BouncyCastle; the platform's policy does not allow it"),
            (true, false) => new(FindingVerdict.Limited, name, "by the platform only"),
            _ => new(FindingVerdict.Missing, name, "no handshake succeeded: phones that need this version cannot enrol from here"),
        };
    }

    private static async Task<bool> ConnectsAsync(TlsVersion version, TlsEngineKind engine, IPEndPoint server, CancellationToken cancellation)
    {
        TlsConnector connector = new(new() { Minimum = version, Maximum = version, Engine = engine }, TimeProvider.System);
        TlsResult result = await connector.ConnectAsync(new(new(server.Address.ToString(), server.Port), (_, _) => Task.FromResult(new Phone.Trust.ServerCertificateVerdict(true, "ours")), Deadline), cancellation);
        if (result.Connection is { } connection)
            await connection.DisposeAsync();
        return result.Connection is not null;
    }
}
