namespace PhoneSim.Network.Faults;

/// <summary>What a relay has done to datagrams so far.</summary>
public sealed record RelayTally
{
    public int Passed { get; init; }

    public int Lost { get; init; }

    public int Doubled { get; init; }

    public int Reordered { get; init; }

    public int Delayed { get; init; }

    public int Foreign { get; init; }

    public int Altered { get; init; }

    public override string ToString() =>
        string.Join(", ", new[] { (Passed, "passed on"), (Lost, "lost"), (Doubled, "doubled"), (Reordered, "reordered"), (Delayed, "delayed"), (Foreign, "from a foreign port"), (Altered, "altered") }.Where(c => c.Item1 > 0).Select(c => $"{c.Item1} {c.Item2}"));
}
