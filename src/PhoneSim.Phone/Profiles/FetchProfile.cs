using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Profiles;

public sealed record FetchProfile
{
    /// <summary>Tried in this order, file by file.</summary>
    public required IReadOnlyList<TransportKind> Transports { get; init; }

    /// <summary>Configuration files, bytes.</summary>
    public required int SizeLimit { get; init; }

    public required TftpSettings Tftp { get; init; }
}
