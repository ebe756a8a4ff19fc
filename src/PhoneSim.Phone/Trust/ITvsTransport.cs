using PhoneSim.Formats.Tvs;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Trust;

/// <summary>One question to one TVS server over a connection of its own.</summary>
public interface ITvsTransport
{
    /// <param name="judge">Decides whether the server is a TVS of the ITL.</param>
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    Task<TvsExchange> AskAsync(TvsCall call, ServerCertificateJudge judge, CancellationToken cancellation);
}

/// <param name="Deadline">For connection and answer together.</param>
public sealed record TvsCall(ServerEndPoint Server, TvsMessage Question, TimeSpan Deadline);
