using System.Collections.Immutable;

namespace PhoneSim.Phone.Stepping;

/// <summary>Where a boot is to pause. Written by whoever holds the controls, read by the phone's loop.</summary>
public sealed class StepPlan
{
    private ImmutableList<Breakpoint> breakpoints = [];
    private volatile bool isStepping;

    /// <summary>At every point, not only at breakpoints.</summary>
    public bool IsStepping
    {
        get => isStepping;
        set => isStepping = value;
    }

    public IReadOnlyList<Breakpoint> Breakpoints => breakpoints;

    /// <summary>Sets a breakpoint, or removes the same one.</summary>
    /// <returns>It is set now.</returns>
    public bool Toggle(Breakpoint breakpoint)
    {
        ImmutableInterlocked.Update(ref breakpoints, list => list.Contains(breakpoint) ? list.Remove(breakpoint) : list.Add(breakpoint));
        return breakpoints.Contains(breakpoint);
    }

    public bool Stops(BootPause pause) => isStepping || breakpoints.Any(breakpoint => breakpoint.Stops(pause));
}
