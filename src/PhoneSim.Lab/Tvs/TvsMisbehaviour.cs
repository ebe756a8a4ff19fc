namespace PhoneSim.Lab.Tvs;

/// <summary>What a TVS server does wrong on purpose.</summary>
public sealed record TvsMisbehaviour
{
    public static TvsMisbehaviour None { get; } = new();

    /// <summary>Before the answer; zero: none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Bytes that are no message.</summary>
    public bool SendsGarbage { get; init; }

    public bool ChangesSessionId { get; init; }

    /// <summary>Closes without an answer.</summary>
    public bool Closes { get; init; }

    /// <summary>Every certificate is invalid.</summary>
    public bool Denies { get; init; }

    /// <summary>Every certificate is a TFTP server's, whoever made it.</summary>
    public bool VouchesForAll { get; init; }

    /// <summary>Header and body in TLS records of their own.</summary>
    public bool SplitsMessages { get; init; }
}
