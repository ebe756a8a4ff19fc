using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Enrolment;

/// <param name="Servers">In the order they are tried: the next one when there is no connection.</param>
/// <param name="Judge">Decides whether a server is trusted.</param>
public sealed record CapfRequest(CapfIdentity Identity, IReadOnlyList<ServerEndPoint> Servers, ServerCertificateJudge Judge)
{
    /// <summary>After a communication failure; null: as the options say.</summary>
    public int? Retries { get; init; }
}
