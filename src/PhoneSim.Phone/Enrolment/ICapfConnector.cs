using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Opens TLS to a CAPF server and lets the phone judge its certificate before anything is sent.</summary>
public interface ICapfConnector
{
    /// <param name="deadline">For connection, handshake and verdict together.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    Task<CapfConnection> ConnectAsync(ServerEndPoint server, ServerCertificateJudge judge, TimeSpan deadline, CancellationToken cancellation);
}
