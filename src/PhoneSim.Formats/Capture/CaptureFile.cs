namespace PhoneSim.Formats.Capture;

/// <summary>A capture file taken apart: pcapng, or the older pcap.</summary>
/// <param name="KeyLogs">TLS secrets that lie inside, in NSS key log format.</param>
/// <param name="IsCutShort">The last packet is not whole, as when the capturing program was killed; those before it are there.</param>
public sealed record CaptureFile(IReadOnlyList<CapturedPacket> Packets, IReadOnlyList<Secret> KeyLogs, bool IsCutShort)
{
    public static bool Recognises(ReadOnlySpan<byte> file) => PcapNgReader.Recognises(file) || PcapReader.Recognises(file);

    /// <exception cref="MalformedDataException"/>
    public static CaptureFile Parse(ReadOnlyMemory<byte> file)
    {
        if (file.Length > Limits.CaptureBytes)
            throw new MalformedDataException($"a capture of {file.Length} bytes; {Limits.CaptureBytes} are the most", Limits.CaptureBytes);
        if (PcapNgReader.Recognises(file.Span))
            return new PcapNgReader(file).Read();
        return PcapReader.Recognises(file.Span) ? PcapReader.Read(file) : throw new MalformedDataException("neither pcap nor pcapng", 0);
    }
}
