using System.Net.Security;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Network.Tests.Tls;

public sealed class TlsConnectorTests : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    private readonly LoopbackTlsServer server = new();

    public static TheoryData<TlsOptions> BothEngines => [LoadTls.Of7962, LoadTls.Of8845];

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Message_OfOneWrite_ArrivesInOneRead(TlsOptions options)
    {
        (Stream phone, Stream far) = await ConnectAsync(options);
        await using (phone)
        await using (far)
        {
            await phone.WriteAsync(new byte[3000]);
            Assert.Equal(3000, await far.ReadAsync(new byte[4000]));
        }
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Content_BothWaysAtOnce_ArrivesWhole(TlsOptions options)
    {
        byte[] content = [.. Enumerable.Range(0, 200_000).Select(index => (byte)index)];
        (Stream phone, Stream far) = await ConnectAsync(options);
        await using (phone)
        await using (far)
        {
            byte[][] read = await Task.WhenAll(ReadAsync(phone, content.Length), ReadAsync(far, content.Length), WriteAsync(phone, content), WriteAsync(far, content));
            Assert.Equal(content, read[0]);
            Assert.Equal(content, read[1]);
        }
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Connection_ClosedByEitherSide_EndsTheOthersStream(TlsOptions options)
    {
        (Stream phone, Stream far) = await ConnectAsync(options);
        await using (far)
        {
            await phone.DisposeAsync();
            Assert.Equal(0, await far.ReadAsync(new byte[1]));
        }
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Server_NotTrusted_GetsNoContent(TlsOptions options)
    {
        Task<Stream> accepting = server.AcceptAsync();
        TlsResult result = await new TlsConnector(options, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustNone, Deadline), CancellationToken.None);
        Assert.Equal((TlsOutcome.Untrusted, "unknown certificate"), (result.Outcome, result.Why));
        await using Stream far = await accepting;
        Assert.Equal(0, await far.ReadAsync(new byte[1]));
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Judge_IsShownTheServersCertificate(TlsOptions options)
    {
        Task<Stream> accepting = server.AcceptAsync();
        ReadOnlyMemory<byte> shown = default;
        TlsTarget target = new(server.EndPoint, (certificate, token) => { shown = certificate; return Judges.TrustAll(certificate, token); }, Deadline);
        TlsResult result = await new TlsConnector(options, TimeProvider.System).ConnectAsync(target, CancellationToken.None);
        await using TlsConnection connection = result.Connection!;
        await using Stream far = await accepting;
        Assert.Equal(Vectors.Certificate("CAPF").RawData, shown.ToArray());
        Assert.Equal("trusted by the test", result.Why);
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Certificate_OfThePhone_IsShownOnlyWhenAsked(TlsOptions options)
    {
        DeviceCertificate lsc = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));
        Assert.Equal(lsc.Certificate.RawData, await ShownAsync(options, lsc, asks: true));
        Assert.Empty(await ShownAsync(options, lsc, asks: false));
        Assert.Empty(await ShownAsync(options, null, asks: true));
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Server_ThatNeverAnswers_IsLeftAtTheDeadline(TlsOptions options)
    {
        FakeTimeProvider time = new();
        Task<TlsResult> connecting = new TlsConnector(options, time).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        await using Stream far = await server.AcceptPlainAsync();
        Assert.NotEqual(0, await far.ReadAsync(new byte[1]));
        time.Advance(Deadline);
        Assert.Equal(TlsOutcome.TimedOut, (await connecting).Outcome);
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Judge_ThatNeverAnswers_IsLeftAtTheDeadline(TlsOptions options)
    {
        FakeTimeProvider time = new();
        TaskCompletionSource asked = new();
        Task<Stream> accepting = server.AcceptAsync();
        TlsTarget target = new(server.EndPoint, async (_, token) => { asked.SetResult(); await Task.Delay(Timeout.Infinite, token); return new(true, ""); }, Deadline);
        Task<TlsResult> connecting = new TlsConnector(options, time).ConnectAsync(target, CancellationToken.None);
        await using Stream far = await accepting;
        await asked.Task;
        time.Advance(Deadline);
        Assert.Equal(TlsOutcome.TimedOut, (await connecting).Outcome);
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Server_ThatTalksNonsense_IsAFailedHandshake(TlsOptions options)
    {
        Task<TlsResult> connecting = new TlsConnector(options, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        await using Stream far = await server.AcceptPlainAsync();
        await far.WriteAsync("HTTP/1.1 400 Bad Request\r\n\r\n"u8.ToArray());
        Assert.Equal(TlsOutcome.HandshakeFailed, (await connecting).Outcome);
    }

    [Theory]
    [MemberData(nameof(BothEngines))]
    public async Task Server_ThatClosesAtOnce_IsAFailedHandshake(TlsOptions options)
    {
        Task<TlsResult> connecting = new TlsConnector(options, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        (await server.AcceptPlainAsync()).Close();
        Assert.Equal(TlsOutcome.HandshakeFailed, (await connecting).Outcome);
    }

    [Fact]
    public async Task Server_ThatIsNotThere_IsUnreachable()
    {
        server.Dispose();
        TlsResult result = await new TlsConnector(new TlsOptions(), TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        Assert.Equal(TlsOutcome.Unreachable, result.Outcome);
    }

    [Fact]
    public async Task Connecting_Cancelled_Throws()
    {
        using CancellationTokenSource cancelled = new();
        Task<TlsResult> connecting = new TlsConnector(new TlsOptions(), TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), cancelled.Token);
        await using Stream far = await server.AcceptPlainAsync();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
    }

    [Fact]
    public async Task KeyLog_OfAConnection_IsOneLineInNssFormat()
    {
        List<string> lines = [];
        (Stream phone, Stream far) = await ConnectAsync(LoadTls.Of7962 with { KeyLog = lines.Add });
        await phone.DisposeAsync();
        await far.DisposeAsync();
        Assert.Matches("^CLIENT_RANDOM [0-9a-f]{64} [0-9a-f]{96}$", Assert.Single(lines));
    }

    public void Dispose() => server.Dispose();

    private async Task<byte[]> ShownAsync(TlsOptions options, DeviceCertificate? certificate, bool asks)
    {
        byte[] shown = [];
        Task<Stream> accepting = server.AcceptAsync(new() { AsksClientCertificate = asks, ClientCertificateSeen = der => shown = der.ToArray() });
        TlsResult result = await new TlsConnector(options, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline) { ClientCertificate = certificate }, CancellationToken.None);
        await using Stream far = await accepting;
        await result.Connection!.DisposeAsync();
        return shown;
    }

    private async Task<(Stream Phone, Stream Far)> ConnectAsync(TlsOptions options)
    {
        Task<Stream> accepting = server.AcceptAsync();
        TlsResult result = await new TlsConnector(options, TimeProvider.System).ConnectAsync(new(server.EndPoint, Judges.TrustAll, Deadline), CancellationToken.None);
        Assert.Equal((options.Maximum, ""), (result.Connection!.Version, result.Outcome == TlsOutcome.Connected ? "" : result.Why));
        return (result.Connection.Stream, await accepting);
    }

    private static async Task<byte[]> WriteAsync(Stream stream, byte[] content)
    {
        await stream.WriteAsync(content);
        return content;
    }

    private static async Task<byte[]> ReadAsync(Stream stream, int length)
    {
        byte[] content = new byte[length];
        await stream.ReadExactlyAsync(content);
        return content;
    }
}
