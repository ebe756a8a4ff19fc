namespace PhoneSim.Fleet.Load;

/// <summary>A phone that failed and missed an answer starts again, as phones do until somebody answers; its latency still counts from its first intended start.</summary>
public sealed record FleetRetry(TimeSpan After, int Times);
