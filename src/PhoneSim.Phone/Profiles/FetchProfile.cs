using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Profiles;

public sealed record FetchProfile
{
    /// <summary>Tried in this order, file by file.</summary>
    public required IReadOnlyList<TransportKind> Transports { get; init; }

    /// <summary>Configuration files, bytes.</summary>
    public required int SizeLimit { get; init; }

    /// <summary>How often a configuration that does not parse is asked for before the phone keeps what it has. Assumed: the sources say "retry" and no number.</summary>
    public int MalformedAttempts { get; init; } = 2;

    public required TftpSettings Tftp { get; init; }
}
