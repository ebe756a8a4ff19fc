using System.Net;

namespace PhoneSim.Evidence.Explain;

/// <summary>What happened in a transfer besides the file.</summary>
internal sealed class TftpCounts
{
    /// <summary>Requests sent again.</summary>
    public int Questions { get; set; }

    /// <summary>Blocks that came again.</summary>
    public int Blocks { get; set; }

    /// <summary>Packets from or to another transfer id.</summary>
    public int Strangers { get; set; }

    public string? PhoneError { get; set; }

    public IReadOnlyList<string> Words(IPEndPoint? transferId, IPEndPoint asked, string? problem) =>
    [
        .. new[]
        {
            Questions > 0 ? $"the request was sent {Questions + 1} times" : null,
            Blocks > 0 ? $"{(Blocks == 1 ? "1 block" : $"{Blocks} blocks")} came again" : null,
            Strangers > 0 ? $"{(Strangers == 1 ? "1 packet" : $"{Strangers} packets")} of another transfer id" : null,
            transferId is not null && transferId.Equals(asked) ? $"answered from the port that was asked, {asked.Port}: the transfer has no id of its own (RFC 1350 section 4)" : null,
            PhoneError,
            problem,
        }.OfType<string>(),
    ];
}
