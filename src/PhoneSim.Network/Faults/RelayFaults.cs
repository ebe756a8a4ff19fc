namespace PhoneSim.Network.Faults;

/// <summary>What goes wrong between a phone and its TFTP server. The shares are of the datagrams of both directions, 0 … 1, and together at most 1: each datagram suffers one of them at most.</summary>
public sealed record RelayFaults
{
    public static RelayFaults None { get; } = new();

    public double Loss { get; init; }

    /// <summary>Sent twice.</summary>
    public double Duplicate { get; init; }

    /// <summary>Held until the next datagram of the same direction has gone.</summary>
    public double Reorder { get; init; }

    /// <summary>Sent after <see cref="DelayTime"/>.</summary>
    public double Delay { get; init; }

    public TimeSpan DelayTime { get; init; } = TimeSpan.FromSeconds(0.3);

    /// <summary>To the phone only, and not at the beginning, when the phone takes any port for the server's: a copy comes from a foreign port first (RFC 1350 section 4: error 5, and the transfer goes on).</summary>
    public double WrongTransferId { get; init; }

    /// <summary>From this block on nothing reaches the phone any more; null: never.</summary>
    public FaultyBlock? Cut { get; init; }

    /// <summary>One byte of this block arrives inverted; null: none.</summary>
    public FaultyBlock? Alter { get; init; }
}
