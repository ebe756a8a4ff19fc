using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Tftp;

/// <summary>Bytes of packets to send.</summary>
public static class TftpPackets
{
    public static byte[] ReadRequest(string file, IEnumerable<TftpOption> options) =>
        Encoding.UTF8.GetBytes($"\0{(char)TftpOpcode.ReadRequest}{file}\0octet\0{Text(options)}");

    public static byte[] OptionAcknowledgement(IEnumerable<TftpOption> options) =>
        Encoding.UTF8.GetBytes($"\0{(char)TftpOpcode.OptionAcknowledgement}{Text(options)}");

    public static byte[] Acknowledgement(ushort block) => [0, (byte)TftpOpcode.Acknowledgement, (byte)(block >> 8), (byte)block];

    public static byte[] Error(TftpErrorCode code, string message) => [0, (byte)TftpOpcode.Error, 0, (byte)code, .. Encoding.UTF8.GetBytes(message + '\0')];

    /// <summary>The answer to a packet of no transfer here (RFC 1350 section 4); null: an error, however malformed, is never answered (section 2), since two who did so would not stop.</summary>
    public static byte[]? Rejection(ReadOnlySpan<byte> packet) => packet is [0, (byte)TftpOpcode.Error, ..] ? null : Error(TftpErrorCode.UnknownTransferId, "unknown transfer id");

    /// <summary>Writes the head of a data packet, 4 bytes; the payload follows it.</summary>
    public static void WriteDataHead(Span<byte> packet, ushort block)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet, (ushort)TftpOpcode.Data);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], block);
    }

    private static string Text(IEnumerable<TftpOption> options) => string.Concat(options.Select(o => $"{o.Name}\0{o.Value}\0"));
}
