using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Trust;

public sealed record TvsOptions
{
    public static TvsOptions Of(FirmwareProfile profile, DeviceName device) => new() { DeviceName = $"{profile.Model}-{device}", UsesQuery = profile.Tvs.UsesQuery };

    /// <summary><c>CP-&lt;model&gt;-SEP&lt;MAC&gt;</c>: servers refuse any other form.</summary>
    public required string DeviceName { get; init; }

    /// <summary>Ask QUERY (by subject, issuer, serial) instead of VERIFY (by certificate). Inferred from the log of one 8861; the open TVS server answers VERIFY only.</summary>
    public bool UsesQuery { get; init; }

    /// <summary>For one member: connection and answer together. Our choice; no source names it.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(10);
}
