using System.Net.Sockets;
using System.Security.Authentication;
using PhoneSim.Formats;
using PhoneSim.Network.Capture;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network.Tls;

/// <summary>Connects to TLS servers the way one firmware load does. Holds no connection; may be shared.</summary>
public sealed class TlsConnector(TlsOptions options, TimeProvider time)
{
    private readonly ITlsEngine engine = options.UsesPlatform ? new PlatformTlsEngine(options) : new BouncyCastleTlsEngine(options, time);
    private readonly TcpDialer dialer = new(options.Capture);

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<TlsResult> ConnectAsync(TlsTarget target, CancellationToken cancellation)
    {
        long began = time.GetTimestamp();
        TlsResult result = await TryAsync(target, cancellation);
        NetworkMetrics.Connected(result.Outcome, time.GetElapsedTime(began));
        return result;
    }

    private async Task<TlsResult> TryAsync(TlsTarget target, CancellationToken cancellation)
    {
        using CancellationTokenSource deadline = new(target.Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            return await JudgeAsync(await HandshakeAsync(target, either.Token), target.Judge, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(TlsOutcome.TimedOut, $"no TLS within {target.Deadline.TotalSeconds} s");
        }
        catch (SocketException e)
        {
            return Failed(TlsOutcome.Unreachable, e.Message);
        }
        catch (Exception e) when (e is IOException or AuthenticationException)
        {
            return Failed(TlsOutcome.HandshakeFailed, (e.InnerException ?? e).Message);
        }
    }

    private async Task<TlsConnection> HandshakeAsync(TlsTarget target, CancellationToken cancellation)
    {
        TcpConnection transport = await dialer.DialAsync(target.Server.Host, target.Server.Port, cancellation);
        try
        {
            TlsConnection connection = await engine.HandshakeAsync(transport.Stream, target.ClientCertificate, cancellation);
            return connection with { Local = transport.Local };
        }
        catch
        {
            await transport.Stream.DisposeAsync();
            throw;
        }
    }

    private static async Task<TlsResult> JudgeAsync(TlsConnection connection, ServerCertificateJudge judge, CancellationToken cancellation)
    {
        try
        {
            ServerCertificateVerdict verdict = await judge(connection.ServerCertificate, cancellation);
            if (verdict.IsTrusted)
                return new(TlsOutcome.Connected, connection, verdict.Why);
            await connection.DisposeAsync();
            return Failed(TlsOutcome.Untrusted, verdict.Why);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static TlsResult Failed(TlsOutcome outcome, string why) => new(outcome, null, Printable.Text(why, 300));
}
