namespace PhoneSim.Fleet.Load;

/// <summary>The intended start of each boot of the open model, counted over the whole fleet, so that shards keep to one schedule.</summary>
internal sealed class StartSchedule(FleetLoad load)
{
    private const int JitterQuestion = 2;

    public TimeSpan Of(long boot, PhoneChance chance) => OnTime(boot) + (load.Jitter * chance.Of(JitterQuestion));

    private TimeSpan OnTime(long boot)
    {
        if (load.Rate is not { } rate)
            return TimeSpan.Zero;
        double ramp = load.Ramp.TotalSeconds;
        double duringRamp = rate * ramp / 2;
        return TimeSpan.FromSeconds(boot < duringRamp ? Math.Sqrt(2 * ramp * boot / rate) : ramp + ((boot - duringRamp) / rate));
    }
}
