namespace PhoneSim.Phone.Enrolment;

/// <param name="Channel">The caller's to dispose; null: no connection.</param>
/// <param name="Failure"><see cref="CapfOutcome.Unreachable"/> or <see cref="CapfOutcome.UntrustedServer"/>; null with a channel.</param>
/// <param name="Why">Of the failure, or who vouched for the server.</param>
public sealed record CapfConnection(ICapfChannel? Channel, CapfOutcome? Failure, string Why);
