namespace PhoneSim.Phone.Stepping;

/// <summary>Stepping as a screen shows it.</summary>
/// <param name="Pause">Where the boot is held; null: it runs, or rests.</param>
public sealed record StepView(BootPause? Pause, bool IsStepping, IReadOnlyList<Breakpoint> Breakpoints)
{
    public static StepView None { get; } = new(null, false, []);

    public bool IsActive => IsStepping || Pause is not null;
}
