namespace PhoneSim.Fleet.Search;

public enum TrialVerdict
{
    Met,
    Missed,
    /// <summary>The generator was the bottleneck: nothing is known of the server.</summary>
    Invalid,
    /// <summary>The user ended it.</summary>
    Stopped,
}
