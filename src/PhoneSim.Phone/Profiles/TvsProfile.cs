namespace PhoneSim.Phone.Profiles;

public sealed record TvsProfile
{
    /// <summary>Asks TVS about certificates that neither CTL nor ITL knows. False: loads that have no ITL.</summary>
    public bool Asks { get; init; } = true;

    /// <summary>Asks QUERY instead of VERIFY; inferred from the log of one 8861, and the open server answers VERIFY only.</summary>
    public bool UsesQuery { get; init; }
}
