using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Trust;

/// <param name="Servers">Lowest priority number first; the next one is asked only when there is no connection to the one before.</param>
/// <param name="Judge">Decides whether a server is a TVS of the ITL.</param>
public sealed record TvsMembers(IReadOnlyList<ServerEndPoint> Servers, ServerCertificateJudge Judge);
