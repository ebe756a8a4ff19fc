using PhoneSim.Formats.Capf;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Progress of a session: a phase entered, or a message sent or received.</summary>
/// <param name="Message">Null: a phase was entered. An AUTH response holds the authentication string in clear.</param>
/// <param name="From">Whose message.</param>
public sealed record CapfStep(CapfPhase Phase, CapfMessage? Message = null, CapfSide From = CapfSide.Phone);
