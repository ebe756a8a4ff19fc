namespace PhoneSim.Phone.Registration;

/// <summary>What came of asking call managers.</summary>
/// <param name="Why">A phrase without a full stop, harmless to print.</param>
/// <param name="Live">The caller's to dispose; null unless registered.</param>
public sealed record RegistrationAttempt(RegistrationOutcome Outcome, string Why, ILiveRegistration? Live = null);
