namespace PhoneSim.Fleet.Loop;

internal static class Timestamps
{
    extension(TimeProvider time)
    {
        /// <summary>A span of time as a difference of the clock's timestamps.</summary>
        public long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
    }
}
