using PhoneSim.Network.Tls;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network.Capf;

/// <summary>CAPF over TLS, port 3804 unless the configuration says otherwise; no client certificate (shared/spec/capf.md).</summary>
public sealed class CapfConnector(TlsConnector tls, TimeProvider time) : ICapfConnector
{
    public const int DefaultPort = 3804;

    public async Task<CapfConnection> ConnectAsync(ServerEndPoint server, ServerCertificateJudge judge, TimeSpan deadline, CancellationToken cancellation)
    {
        TlsResult result = await tls.ConnectAsync(new(server, judge, deadline), cancellation);
        return result.Connection is { } connection
            ? new(new CapfChannel(connection.Stream, time), null, result.Why)
            : new(null, result.Outcome == TlsOutcome.Untrusted ? CapfOutcome.UntrustedServer : CapfOutcome.Unreachable, result.Why);
    }
}
