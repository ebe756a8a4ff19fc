using PhoneSim.Formats.Tftp;

namespace PhoneSim.Network.Faults;

/// <summary>What the relay does about a request instead of passing it on.</summary>
/// <param name="Packet">Sent to the phone; null: silence.</param>
public sealed record RelayAnswer(byte[]? Packet)
{
    public static RelayAnswer Silence { get; } = new((byte[]?)null);

    /// <summary>No TFTP packet at all.</summary>
    public static RelayAnswer Garbage { get; } = new("\u00ff\u00ffgarbage"u8.ToArray());

    public static RelayAnswer Error(TftpErrorCode code, string message) => new(TftpPackets.Error(code, message));
}
