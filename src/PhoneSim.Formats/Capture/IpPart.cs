using System.Net;

namespace PhoneSim.Formats.Capture;

/// <summary>An IP packet, whole or a fragment.</summary>
/// <param name="Offset">Of the payload in the whole, in bytes.</param>
/// <param name="IsLast">No fragment comes behind this one.</param>
/// <param name="Identification">The same for all fragments of one packet.</param>
internal readonly record struct IpPart(IPAddress From, IPAddress To, byte Protocol, ReadOnlyMemory<byte> Payload, int Offset = 0, bool IsLast = true, uint Identification = 0)
{
    public bool IsWhole => Offset == 0 && IsLast;
}
