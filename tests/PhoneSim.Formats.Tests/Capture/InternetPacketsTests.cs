using System.Net;
using CsCheck;
using PhoneSim.Formats.Capture;

namespace PhoneSim.Formats.Tests.Capture;

public sealed class InternetPacketsTests
{
    private static readonly Gen<(IPEndPoint From, IPEndPoint To)> Ends = Gen.Select(Gen.OneOf(Gen.Byte.Array[4], Gen.Byte.Array[16]), Gen.UShort, Gen.UShort, (address, from, to) =>
        (new IPEndPoint(new IPAddress(address), from), new IPEndPoint(new IPAddress([.. address.Reverse()]), to)));

    [Fact]
    public void Datagram_OfAnyContent_IsReadBackWithARightChecksum() => Gen.Select(Ends, Gen.Byte.Array[0, 3000]).Sample((ends, payload) =>
    {
        byte[] packet = InternetPackets.Udp(ends.From, ends.To, payload);
        CapturedDatagram read = CaptureConversations.Of(FileOf(packet)).Datagrams.Single();
        return read.From.Equals(ends.From) && read.To.Equals(ends.To) && read.Payload.Span.SequenceEqual(payload) && ChecksumsHold(packet, InternetPackets.UdpProtocol);
    }, iter: 500);

    [Fact]
    public void Segments_DoubledAndInAnyOrder_MakeTheStream() => Gen.Select(Ends.Where(e => !e.From.Equals(e.To)), Gen.Byte.Array[1, 40].Array[1, 20], Gen.UInt, Gen.Int).Sample((ends, parts, sequence, seed) =>
    {
        List<byte[]> packets = [];
        uint next = sequence + 1;
        foreach (byte[] part in parts)
        {
            packets.Add(InternetPackets.Tcp(ends.From, ends.To, new(next, 0, TcpFlags.Acknowledge, part)));
            next += (uint)part.Length;
        }

        byte[][] shuffled = [.. packets, .. packets];
        new Random(seed).Shuffle(shuffled);
        CapturedFlow flow = CaptureConversations.Of(FileOf([InternetPackets.Tcp(ends.From, ends.To, new(sequence, 0, TcpFlags.Syn, default)), .. shuffled])).Connections.Single().FromClient;
        return flow.Bytes.Span.SequenceEqual(parts.SelectMany(p => p).ToArray()) && !flow.HasGap && packets.TrueForAll(p => ChecksumsHold(p, InternetPackets.TcpProtocol));
    }, iter: 500);

    private static CaptureFile FileOf(params IEnumerable<byte[]> packets) => new([.. packets.Select(p => new CapturedPacket(SampleCapture.Time, LinkType.Raw, p, []))], [], false);

    private static bool ChecksumsHold(byte[] packet, byte protocol) => packet[0] == 0x45
        ? InternetChecksum.Of(packet.AsSpan(0, 20)) == 0 && InternetChecksum.Of(packet.AsSpan(12, 8), protocol, packet.AsSpan(20)) == 0
        : InternetChecksum.Of(packet.AsSpan(8, 32), protocol, packet.AsSpan(40)) == 0;
}
