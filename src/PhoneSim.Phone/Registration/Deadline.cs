namespace PhoneSim.Phone.Registration;

/// <summary>A point in time on a clock that nobody sets.</summary>
internal readonly struct Deadline(TimeProvider time, TimeSpan patience)
{
    private readonly long started = time.GetTimestamp();

    /// <summary>Zero when it has passed.</summary>
    public TimeSpan Left
    {
        get
        {
            TimeSpan left = patience - time.GetElapsedTime(started);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }
}
