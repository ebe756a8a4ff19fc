using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Registration;

/// <summary>The way to one call manager.</summary>
/// <param name="Judge">The phone's verdict on its TLS certificate.</param>
/// <param name="Certificate">Shown over TLS when asked for: the LSC, else the MIC. Null: none.</param>
/// <param name="Deadline">For connection, handshake and verdict together.</param>
public sealed record SignallingTarget(ServerEndPoint Server, SignallingTransport Transport, ServerCertificateJudge Judge, DeviceCertificate? Certificate, TimeSpan Deadline);
