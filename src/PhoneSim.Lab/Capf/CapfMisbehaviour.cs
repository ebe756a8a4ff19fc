namespace PhoneSim.Lab.Capf;

/// <summary>What a CAPF server does wrong on purpose.</summary>
public sealed record CapfMisbehaviour
{
    public static CapfMisbehaviour None { get; } = new();

    /// <summary>Every message after the first carries another session id.</summary>
    public bool ChangesSessionId { get; init; }

    /// <summary>Headers announce 65535 bytes.</summary>
    public bool OversizeLengths { get; init; }

    /// <summary>Instead of orders, REQUEST IN PROGRESS for ever.</summary>
    public bool EndlessInProgress { get; init; }

    /// <summary>The LSC is issued for a key that is not the phone's.</summary>
    public bool CertifiesAnotherKey { get; init; }

    /// <summary>Header and body in TLS records of their own (real phones of some loads stall on that).</summary>
    public bool SplitsMessages { get; init; }

    /// <summary>Bytes that are no message.</summary>
    public bool SendsGarbage { get; init; }

    /// <summary>Closes instead of ending the session.</summary>
    public bool ClosesBeforeEnd { get; init; }

    /// <summary>Before each message; zero: none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>RETRY LATER with this many seconds instead of an order; null: none.</summary>
    public ushort? RetryLater { get; init; }
}
