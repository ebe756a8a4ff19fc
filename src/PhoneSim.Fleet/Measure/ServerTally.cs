using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Fleet.Measure;

/// <summary>How one file server answered. Tallies of one server add up exactly.</summary>
public sealed record ServerTally(ServerEndPoint Server)
{
    public long Requests { get; init; }

    /// <summary>Requests without a whole answer: <see cref="IsMissing"/>.</summary>
    public long Unanswered { get; init; }

    /// <summary>Of answered requests.</summary>
    public TimeSpan Total { get; init; }

    public TimeSpan Slowest { get; init; }

    public TimeSpan Mean => Requests == Unanswered ? TimeSpan.Zero : Total / (Requests - Unanswered);

    public ServerTally With(FetchResult result) => IsMissing(result)
        ? this with { Requests = Requests + 1, Unanswered = Unanswered + 1 }
        : this with { Requests = Requests + 1, Total = Total + result.Duration, Slowest = Longer(Slowest, result.Duration) };

    /// <summary>Nobody answered, or the transfer broke off: error 5 comes from a server that was restarted and knows nothing of it.</summary>
    public static bool IsMissing(FetchResult result) =>
        result is { Answer: FetchAnswer.Timeout or FetchAnswer.Refused or FetchAnswer.UnknownHost or FetchAnswer.Aborted } or { Answer: FetchAnswer.TftpError, Code: (int)TftpErrorCode.UnknownTransferId };

    /// <summary>One tally a server, the slowest on average first.</summary>
    public static IReadOnlyList<ServerTally> Sum(IEnumerable<ServerTally> tallies) =>
        [.. tallies.GroupBy(t => t.Server, (_, same) => same.Aggregate((a, b) => a + b)).OrderByDescending(t => t.Mean).ThenBy(t => t.Server.ToString(), StringComparer.Ordinal)];

    public static ServerTally operator +(ServerTally a, ServerTally b) => a with
    {
        Requests = a.Requests + b.Requests, Unanswered = a.Unanswered + b.Unanswered, Total = a.Total + b.Total, Slowest = Longer(a.Slowest, b.Slowest),
    };

    private static TimeSpan Longer(TimeSpan a, TimeSpan b) => a > b ? a : b;
}
