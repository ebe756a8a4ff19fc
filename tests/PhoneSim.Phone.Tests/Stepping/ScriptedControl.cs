using PhoneSim.Phone.Stepping;

namespace PhoneSim.Phone.Tests.Stepping;

/// <summary>A developer who answers by a rule and writes down every pause.</summary>
internal sealed class ScriptedControl(Func<BootPause, StepAnswer?>? answer = null) : IStepControl
{
    public StepPlan Plan { get; } = new() { IsStepping = true };

    public List<BootPause> Pauses { get; } = [];

    public Task<StepAnswer?> HoldAsync(BootPause pause, CancellationToken cancellation)
    {
        Pauses.Add(pause);
        return Task.FromResult(answer?.Invoke(pause));
    }
}
