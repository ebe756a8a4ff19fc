using System.Net.Security;
using System.Text;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Network.Tests.Tls;

[Trait("Category", "Interop")]
public sealed class OpenSslInteropTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private static readonly string[] AllCiphers = ["-cipher", "ALL:@SECLEVEL=0"];

    [Theory]
    [InlineData("-tls1", TlsVersion.Tls10, TlsEngineKind.BouncyCastle)]
    [InlineData("-tls1_1", TlsVersion.Tls11, TlsEngineKind.BouncyCastle)]
    [InlineData("-tls1_2", TlsVersion.Tls12, TlsEngineKind.BouncyCastle)]
    [InlineData("-tls1_2", TlsVersion.Tls12, TlsEngineKind.Platform)]
    public async Task Client_OfEachEngine_ExchangesContent(string option, TlsVersion version, TlsEngineKind engine)
    {
        using OpenSslServer server = await StartAsync([option, .. AllCiphers]);
        TlsConnector connector = new(new TlsOptions { Minimum = TlsVersion.Tls10, Engine = engine }, TimeProvider.System);
        TlsResult result = await connector.ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        Assert.Equal((TlsOutcome.Connected, ""), (result.Outcome, result.Connection is null ? result.Why : ""));
        await using TlsConnection connection = result.Connection!;
        Assert.Equal(version, connection.Version);
        Assert.Equal(Vectors.Certificate("CAPF").RawData, connection.ServerCertificate.ToArray());
        Assert.Equal("cba", await ReverseAsync(connection.Stream, "abc"));
    }

    [Theory]
    [InlineData(TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA)]
    [InlineData(TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA)]
    public async Task Client_OfThe7900Family_UsesItsCipherSuites(TlsCipherSuite suite)
    {
        using OpenSslServer server = await StartAsync(["-tls1", .. AllCiphers]);
        TlsConnector connector = new(LoadTls.Of7962 with { CipherSuites = [suite] }, TimeProvider.System);
        await using TlsConnection connection = (await connector.ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None)).Connection!;
        Assert.Equal(suite, connection.CipherSuite);
        Assert.Equal("dc", await ReverseAsync(connection.Stream, "cd"));
    }

    [Theory]
    [InlineData(TlsEngineKind.BouncyCastle, "-tls1")]
    [InlineData(TlsEngineKind.BouncyCastle, "-tls1_2")]
    [InlineData(TlsEngineKind.Platform, "-tls1_2")]
    public async Task Client_AskedForACertificate_ShowsIt(TlsEngineKind engine, string option)
    {
        using OpenSslServer server = await StartAsync([option, "-Verify", "1", .. AllCiphers]);
        TlsConnector connector = new(new TlsOptions { Minimum = TlsVersion.Tls10, Engine = engine }, TimeProvider.System);
        TlsTarget target = new(server.EndPoint, Judges.TrustAll, Deadline) { ClientCertificate = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem")) };
        TlsResult result = await connector.ConnectAsync(target, CancellationToken.None);
        await using TlsConnection connection = result.Connection!;
        Assert.Equal("ba", await ReverseAsync(connection.Stream, "ab"));
        await server.SaidAsync("SEP001122334455");
    }

    [Fact]
    public async Task KeyLog_OfTheClient_IsTheServersOwn()
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "keys.log");
        List<string> lines = [];
        using OpenSslServer server = await StartAsync(["-tls1", "-keylogfile", path, .. AllCiphers]);
        TlsConnector connector = new(LoadTls.Of7962 with { KeyLog = lines.Add }, TimeProvider.System);
        await using TlsConnection connection = (await connector.ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None)).Connection!;
        await ReverseAsync(connection.Stream, "ab");
        Assert.Contains(Assert.Single(lines), await File.ReadAllLinesAsync(path));
    }

    [Fact]
    public async Task Client_WithoutAVersionInCommon_SaysSo()
    {
        using OpenSslServer server = await StartAsync(["-tls1_2", .. AllCiphers]);
        TlsResult result = await new TlsConnector(LoadTls.Of7962, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        Assert.Equal(TlsOutcome.HandshakeFailed, result.Outcome);
        Assert.Contains("protocol_version", result.Why, StringComparison.Ordinal);
    }

    private static Task<OpenSslServer> StartAsync(params string[] arguments)
    {
        Programs.Require(OpenSslServer.Program);
        return OpenSslServer.StartAsync(arguments);
    }

    private static async Task<string> ReverseAsync(Stream stream, string line)
    {
        using CancellationTokenSource patience = new(Deadline);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\n"), patience.Token);
        byte[] answer = new byte[line.Length + 1];
        await stream.ReadExactlyAsync(answer, patience.Token);
        return Encoding.ASCII.GetString(answer).TrimEnd();
    }
}
