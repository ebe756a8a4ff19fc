using PhoneSim.Network.Faults;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>
/// A scenario's time: it flows as the real one does, and jumps over a wait as soon as it is known that nothing will come to end it. So a scenario with time-outs takes
/// no time, and none of its time-outs is one of a busy machine.
/// </summary>
public sealed class ScenarioClock : TimeProvider, IRelayWatch, IDisposable
{
    /// <summary>A datagram on loopback needs far less to get where it is waited for; a jump too early is a retransmission too many and changes nothing.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(20);

    /// <summary>After a jump, or a repeated datagram: for an answer to what it brought about, on a busy machine too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Deadlines beyond it belong to what is not waited for.</summary>
    private static readonly TimeSpan LongestJump = TimeSpan.FromMinutes(4);

    private readonly TimeProvider real;
    private readonly DateTimeOffset start;
    private readonly long origin;
    private readonly Lock gate = new();
    private readonly HashSet<ScenarioTimer> armed = [];
    private readonly ITimer quiet;
    private TimeSpan jumped;
    private bool isStalled;

    public ScenarioClock(TimeProvider real)
    {
        (this.real, start, origin) = (real, real.GetUtcNow(), real.GetTimestamp());
        quiet = real.CreateTimer(_ => JumpIfStalled(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>Since the scenario began.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (gate)
                return real.GetElapsedTime(origin) + jumped;
        }
    }

    public override long GetTimestamp() => Now.Ticks;

    public override DateTimeOffset GetUtcNow() => start + Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ScenarioTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Stalled() => JumpAfter(Quiet);

    public void Repeated() => JumpAfter(Patience);

    public void Moved() => JumpAfter(Timeout.InfiniteTimeSpan);

    /// <summary>Time that the scenario lets pass.</summary>
    public void Advance(TimeSpan time)
    {
        lock (gate)
            Jump(time);
    }

    public void Dispose() => quiet.Dispose();

    private void JumpAfter(TimeSpan silence)
    {
        lock (gate)
            (isStalled, _) = (silence != Timeout.InfiniteTimeSpan, quiet.Change(silence, Timeout.InfiniteTimeSpan));
    }

    /// <summary>To the timer that is due next.</summary>
    private void JumpIfStalled()
    {
        lock (gate)
        {
            if (!isStalled)
                return;
            TimeSpan now = Now;
            TimeSpan next = armed.Select(t => t.Due - now).DefaultIfEmpty(TimeSpan.MaxValue).Min();
            if (next > TimeSpan.Zero && next <= LongestJump)
                Jump(next);
            JumpAfter(Patience);
        }
    }

    private void Jump(TimeSpan time)
    {
        jumped += time;
        foreach (ScenarioTimer timer in armed)
            timer.Arm(Now);
    }

    /// <summary>Due at a time of the scenario's; a real timer waits for what is left until then.</summary>
    private sealed class ScenarioTimer : ITimer
    {
        private readonly ScenarioClock clock;
        private readonly ITimer wait;
        private readonly TimerCallback callback;
        private readonly object? state;
        private TimeSpan period;

        public ScenarioTimer(ScenarioClock clock, TimerCallback callback, object? state)
        {
            (this.clock, this.callback, this.state) = (clock, callback, state);
            wait = clock.real.CreateTimer(static timer => ((ScenarioTimer)timer!).Fire(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public TimeSpan Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                this.period = period;
                if (dueTime == Timeout.InfiniteTimeSpan)
                {
                    clock.armed.Remove(this);
                    return wait.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                }

                Due = clock.Now + dueTime;
                clock.armed.Add(this);
                return Arm(clock.Now);
            }
        }

        public bool Arm(TimeSpan now) => wait.Change(Due > now ? Due - now : TimeSpan.Zero, Timeout.InfiniteTimeSpan);

        public void Dispose()
        {
            lock (clock.gate)
                clock.armed.Remove(this);
            wait.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }

        private void Fire()
        {
            lock (clock.gate)
            {
                if (!clock.armed.Remove(this))
                    return;
                if (Due > clock.Now + TimeSpan.FromMilliseconds(1))
                {
                    clock.armed.Add(this);
                    Arm(clock.Now);
                    return;
                }

                if (period != Timeout.InfiniteTimeSpan && period > TimeSpan.Zero)
                {
                    Due += period;
                    clock.armed.Add(this);
                    Arm(clock.Now);
                }
            }

            callback(state);
        }
    }
}
