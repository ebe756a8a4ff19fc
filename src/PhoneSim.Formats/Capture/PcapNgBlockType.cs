namespace PhoneSim.Formats.Capture;

/// <summary>Blocks of pcapng (draft-ietf-opsawg-pcapng) that are read or written; the others are passed over.</summary>
internal enum PcapNgBlockType : uint
{
    Interface = 1,
    /// <summary>Obsolete, found in old files.</summary>
    Packet = 2,
    SimplePacket = 3,
    NameResolution = 4,
    EnhancedPacket = 6,
    DecryptionSecrets = 10,
    /// <summary>Reads the same in both byte orders.</summary>
    Section = 0x0A0D0D0A,
}
