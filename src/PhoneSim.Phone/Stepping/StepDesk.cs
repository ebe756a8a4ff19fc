namespace PhoneSim.Phone.Stepping;

/// <summary>The controls of a screen: shows where the boot is held, and takes what is to happen next from any thread.</summary>
public sealed class StepDesk : IStepControl
{
    private readonly Lock gate = new();
    private BootPause? pause;
    private TaskCompletionSource<StepAnswer?>? waiting;

    public StepPlan Plan { get; } = new();

    public StepView View
    {
        get
        {
            lock (gate)
                return new(pause, Plan.IsStepping, Plan.Breakpoints);
        }
    }

    /// <summary>To the next point; a boot that runs is held at its next one.</summary>
    public void Step() => Release(stepping: true, null);

    /// <summary>To the next breakpoint.</summary>
    public void Run() => Release(stepping: false, null);

    /// <summary>Gives the answer in the server's place and goes to the next point.</summary>
    public void Answer(StepAnswer answer) => Release(stepping: true, answer);

    public async Task<StepAnswer?> HoldAsync(BootPause pause, CancellationToken cancellation)
    {
        TaskCompletionSource<StepAnswer?> decided = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
            (this.pause, waiting) = (pause, decided);
        try
        {
            return await decided.Task.WaitAsync(cancellation);
        }
        finally
        {
            lock (gate)
                (this.pause, waiting) = (null, null);
        }
    }

    private void Release(bool stepping, StepAnswer? answer)
    {
        Plan.IsStepping = stepping;
        lock (gate)
            waiting?.TrySetResult(answer);
    }
}
