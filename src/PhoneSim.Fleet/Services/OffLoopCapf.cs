using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Fleet.Services;

/// <summary>Connects on the thread pool: a handshake takes milliseconds, in which the loop serves other phones.</summary>
internal sealed class OffLoopCapf(ICapfConnector connector) : ICapfConnector
{
    public Task<CapfConnection> ConnectAsync(ServerEndPoint server, ServerCertificateJudge judge, TimeSpan deadline, CancellationToken cancellation) =>
        Task.Run(() => connector.ConnectAsync(server, judge, deadline, cancellation), cancellation);
}
