using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration;

/// <param name="Line">Name of the line concerned, or the device's on SCCP; null: the whole phone.</param>
/// <param name="Detail">More in words, harmless to print; empty: nothing.</param>
public sealed record RegistrationStep(RegistrationPhase Phase, ServerEndPoint Server, SignallingTransport Transport, string? Line, string Detail);
