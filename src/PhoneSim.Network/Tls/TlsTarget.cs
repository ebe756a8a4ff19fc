using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network.Tls;

/// <param name="Judge">The phone's verdict on the server's certificate; the host's certificate store has no say.</param>
/// <param name="Deadline">For connection, handshake and verdict together.</param>
public sealed record TlsTarget(ServerEndPoint Server, ServerCertificateJudge Judge, TimeSpan Deadline)
{
    /// <summary>Shown when the server asks for one: the LSC, else the MIC. Null: none.</summary>
    public DeviceCertificate? ClientCertificate { get; init; }
}
