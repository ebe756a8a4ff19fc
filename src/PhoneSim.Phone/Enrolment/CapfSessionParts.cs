namespace PhoneSim.Phone.Enrolment;

/// <summary>What a session works with.</summary>
public sealed record CapfSessionParts(IKeyGenerator Keys, CapfOptions Options, TimeProvider Time, ICapfObserver? Observer = null);
