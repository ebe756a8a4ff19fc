namespace PhoneSim.Phone.Stepping;

/// <summary>Who steps a boot: a terminal, a screen, a script.</summary>
public interface IStepControl
{
    StepPlan Plan { get; }

    /// <summary>The boot is held until the task ends.</summary>
    /// <returns>Another answer than the server's; null: the server's. Only asked for where <see cref="BootPause.TakesAnswer"/>.</returns>
    /// <exception cref="OperationCanceledException">The boot was broken off meanwhile.</exception>
    Task<StepAnswer?> HoldAsync(BootPause pause, CancellationToken cancellation);
}
