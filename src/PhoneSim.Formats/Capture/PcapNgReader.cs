using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Capture;

/// <summary>pcapng: blocks of type, length, body, length again. Sections may differ in byte order, interfaces in link type and clock.</summary>
internal sealed class PcapNgReader(ReadOnlyMemory<byte> file)
{
    private const uint ByteOrderMagic = 0x1A2B3C4D;
    private const int Frame = 12;
    private const uint TlsKeyLog = 0x544C534B;

    private readonly List<CapturedPacket> packets = [];
    private readonly List<Secret> keyLogs = [];
    private readonly List<CaptureInterface> interfaces = [];
    private bool bigEndian;

    public static bool Recognises(ReadOnlySpan<byte> file) => file.Length >= Frame && BinaryPrimitives.ReadUInt32BigEndian(file) == (uint)PcapNgBlockType.Section;

    public CaptureFile Read()
    {
        int offset = 0;
        while (offset < file.Length)
            if (Next(offset) is { } length)
                offset += length;
            else
                return new(packets, keyLogs, IsCutShort: true);
        return new(packets, keyLogs, IsCutShort: false);
    }

    /// <summary>The block's length; null: the file ends before the block does.</summary>
    private int? Next(int offset)
    {
        if (file.Length - offset < Frame)
            return null;
        CaptureCursor head = new(file, offset, file.Length, bigEndian);
        PcapNgBlockType type = (PcapNgBlockType)head.ReadUInt32();
        if (type == PcapNgBlockType.Section)
            BeginSection(offset);
        uint length = new CaptureCursor(file, offset + 4, file.Length, bigEndian).ReadUInt32();
        if (length < Frame || length % 4 != 0)
            throw new MalformedDataException($"a block of {length} bytes", offset + 4);
        if (length > file.Length - offset)
            return null;
        int end = offset + (int)length - 4;
        if (new CaptureCursor(file, end, file.Length, bigEndian).ReadUInt32() != length)
            throw new MalformedDataException("the two lengths of a block differ", end);
        ReadBlock(type, new(file, offset + 8, end, bigEndian));
        return (int)length;
    }

    private void BeginSection(int offset)
    {
        uint magic = BinaryPrimitives.ReadUInt32BigEndian(file.Span[(offset + 8)..]);
        bigEndian = magic == ByteOrderMagic;
        if (!bigEndian && BinaryPrimitives.ReverseEndianness(magic) != ByteOrderMagic)
            throw new MalformedDataException("a section without byte order", offset + 8);
        interfaces.Clear();
    }

    private void ReadBlock(PcapNgBlockType type, CaptureCursor body)
    {
        switch (type)
        {
            case PcapNgBlockType.Interface:
                ReadInterface(ref body);
                break;
            case PcapNgBlockType.EnhancedPacket:
                ReadEnhanced(ref body, InterfaceOf(body.ReadUInt32(), body.Offset));
                break;
            case PcapNgBlockType.Packet:
                CaptureInterface its = InterfaceOf(body.ReadUInt16(), body.Offset);
                body.ReadUInt16(); // packets dropped
                ReadEnhanced(ref body, its);
                break;
            case PcapNgBlockType.SimplePacket:
                ReadSimple(ref body);
                break;
            case PcapNgBlockType.DecryptionSecrets:
                ReadSecrets(ref body);
                break;
        }
    }

    private CaptureInterface InterfaceOf(uint number, int offset) => number < interfaces.Count ? interfaces[(int)number] : throw new MalformedDataException($"there is no interface {number}", offset);

    private void ReadInterface(ref CaptureCursor body)
    {
        LinkType link = (LinkType)body.ReadUInt16();
        body.ReadUInt16();
        body.ReadUInt32(); // longest packet
        (UInt128 units, long seconds) = (1_000_000, 0);
        while (ReadOption(ref body) is { } option)
            if (option is { Code: PcapNgOption.InterfaceTimeResolution, Value.Length: 1 })
                units = CaptureInterface.Units(option.Value.Span[0], body.Offset);
            else if (option is { Code: PcapNgOption.InterfaceTimeOffset, Value.Length: 8 })
                seconds = bigEndian ? BinaryPrimitives.ReadInt64BigEndian(option.Value.Span) : BinaryPrimitives.ReadInt64LittleEndian(option.Value.Span);
        if (interfaces.Count == Limits.CaptureInterfaces)
            throw new MalformedDataException($"more than {Limits.CaptureInterfaces} interfaces", body.Offset);
        interfaces.Add(new(link, units, seconds));
    }

    private void ReadEnhanced(ref CaptureCursor body, CaptureInterface its)
    {
        int at = body.Offset;
        DateTimeOffset time = its.TimeOf(((ulong)body.ReadUInt32() << 32) | body.ReadUInt32(), at);
        uint captured = CaptureLimits.PacketLength(body.ReadUInt32(), body.Offset);
        body.ReadUInt32();
        ReadOnlyMemory<byte> bytes = body.ReadPadded(captured);
        List<string> comments = [];
        while (ReadOption(ref body) is { } option)
            if (option.Code == PcapNgOption.Comment)
                comments.Add(Encoding.UTF8.GetString(option.Value.Span));
        CaptureLimits.Add(packets, new(time, its.Link, bytes, comments), at);
    }

    /// <summary>Without time, and perhaps cut at the interface's longest packet; the length then is that of the block.</summary>
    private void ReadSimple(ref CaptureCursor body)
    {
        CaptureInterface its = InterfaceOf(0, body.Offset);
        uint length = body.ReadUInt32();
        uint captured = CaptureLimits.PacketLength((uint)Math.Min(length, body.Left), body.Offset);
        CaptureLimits.Add(packets, new(DateTimeOffset.UnixEpoch, its.Link, body.ReadBytes(captured), []), body.Offset);
    }

    private void ReadSecrets(ref CaptureCursor body)
    {
        uint type = body.ReadUInt32();
        ReadOnlyMemory<byte> secrets = body.ReadPadded(body.ReadUInt32());
        if (type == TlsKeyLog)
            keyLogs.Add(new(Encoding.ASCII.GetString(secrets.Span)));
    }

    private static (ushort Code, ReadOnlyMemory<byte> Value)? ReadOption(ref CaptureCursor body)
    {
        if (body.Left == 0)
            return null;
        (ushort code, ushort length) = (body.ReadUInt16(), body.ReadUInt16());
        return code == PcapNgOption.End ? null : (code, body.ReadPadded(length));
    }
}
