using System.Buffers.Binary;

namespace PhoneSim.Formats.Sccp;

/// <summary>Codecs the phone can play. Body: count (4), then a codec each: number (4), milliseconds a packet at most (4), unused (8).</summary>
/// <param name="Codecs">By SCCP's numbers: 2 G.711 A-law, 4 G.711 µ-law, 11 G.729 …</param>
public sealed record SccpCapabilities(IReadOnlyList<uint> Codecs)
{
    /// <summary>What every phone of this generation plays (assumed): a simulator without calls is never asked to prove it.</summary>
    public static SccpCapabilities Common { get; } = new([4, 2, 11]);

    private const int MaxCodecs = 18;
    private const int CodecLength = 16;
    private const uint PacketTime = 40;

    /// <exception cref="MalformedDataException"/>
    public static SccpCapabilities Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        uint count = body.ReadNumber();
        if (count > MaxCodecs)
            throw new MalformedDataException($"{count} codecs are more than {MaxCodecs}", 0);
        uint[] codecs = new uint[count];
        foreach (ref uint codec in codecs.AsSpan())
        {
            codec = body.ReadNumber();
            body.Take(CodecLength - 4);
        }

        return new(codecs);
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[4 + (Codecs.Count * CodecLength)];
        BinaryPrimitives.WriteUInt32LittleEndian(body, (uint)Codecs.Count);
        for (int i = 0; i < Codecs.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(4 + (i * CodecLength)), Codecs[i]);
            BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(8 + (i * CodecLength)), PacketTime);
        }

        return new(SccpMessageId.CapabilitiesResponse, body);
    }
}
