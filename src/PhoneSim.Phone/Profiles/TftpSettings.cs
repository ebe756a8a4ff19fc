namespace PhoneSim.Phone.Profiles;

/// <summary>What the phone's TFTP client sends and how long it waits.</summary>
public sealed record TftpSettings
{
    /// <summary>8 … 65464; 512 is not sent as an option.</summary>
    public int BlockSize { get; init; } = 512;

    /// <summary>Blocks an acknowledgement, RFC 7440; 1 is not sent as an option.</summary>
    public int WindowSize { get; init; } = 1;

    /// <summary>Ask for <c>tsize</c> (RFC 2349).</summary>
    public bool AsksTransferSize { get; init; }

    /// <summary>Seconds to ask of the server as <c>timeout</c> (RFC 2349), 1 … 255; null: not asked.</summary>
    public int? TimeoutOption { get; init; }

    /// <summary>Wait before each retransmission; the last wait ends the transfer.</summary>
    public IReadOnlyList<TimeSpan> Retransmissions { get; init; } = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];

    /// <summary>The whole transfer, however lively the server.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(60);
}
