using System.Net;

namespace PhoneSim.Network.Tftp;

public enum PacketDirection
{
    Sent,
    Received,
    /// <summary>Received from another transfer id, doubled, late or malformed: it changed nothing.</summary>
    Ignored,
}

/// <summary>One datagram of a transfer.</summary>
/// <param name="Bytes">Valid during the call only.</param>
public readonly record struct TftpPacketSeen(PacketDirection Direction, EndPoint Local, EndPoint Remote, ReadOnlyMemory<byte> Bytes);
