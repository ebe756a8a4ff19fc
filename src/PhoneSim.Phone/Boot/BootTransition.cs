namespace PhoneSim.Phone.Boot;

/// <summary>One step of the boot table.</summary>
/// <param name="Condition">Under which the trigger leads there; empty: always.</param>
public sealed record BootTransition(BootState From, BootTrigger Trigger, BootState To, string Condition = "");
