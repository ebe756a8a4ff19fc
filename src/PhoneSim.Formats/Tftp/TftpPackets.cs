using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Tftp;

/// <summary>Bytes of packets to send.</summary>
public static class TftpPackets
{
    public static byte[] ReadRequest(string file, IEnumerable<TftpOption> options) =>
        [0, (byte)TftpOpcode.ReadRequest, .. Text(file), .. Text("octet"), .. options.SelectMany(o => (byte[])[.. Text(o.Name), .. Text(o.Value)])];

    public static byte[] OptionAcknowledgement(IEnumerable<TftpOption> options) =>
        [0, (byte)TftpOpcode.OptionAcknowledgement, .. options.SelectMany(o => (byte[])[.. Text(o.Name), .. Text(o.Value)])];

    public static byte[] Acknowledgement(ushort block) => [0, (byte)TftpOpcode.Acknowledgement, (byte)(block >> 8), (byte)block];

    public static byte[] Error(TftpErrorCode code, string message) => [0, (byte)TftpOpcode.Error, 0, (byte)code, .. Text(message)];

    /// <summary>Writes the head of a data packet, 4 bytes; the payload follows it.</summary>
    public static void WriteDataHead(Span<byte> packet, ushort block)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet, (ushort)TftpOpcode.Data);
        BinaryPrimitives.WriteUInt16BigEndian(packet[2..], block);
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text + '\0');
}
