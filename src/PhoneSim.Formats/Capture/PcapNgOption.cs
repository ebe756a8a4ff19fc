namespace PhoneSim.Formats.Capture;

/// <summary>Option codes; those from 2 on mean something else in each block.</summary>
internal static class PcapNgOption
{
    public const ushort End = 0;
    public const ushort Comment = 1;
    public const ushort InterfaceDescription = 3;
    public const ushort SectionApplication = 4;
    public const ushort InterfaceTimeResolution = 9;
    public const ushort InterfaceTimeOffset = 14;
}
