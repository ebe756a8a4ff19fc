namespace PhoneSim.Formats.Capture;

/// <summary>What a captured packet begins with; the numbers of tcpdump.org/linktypes.html that lead to IP.</summary>
public enum LinkType
{
    /// <summary>Address family in the host's byte order, then IP: BSD and macOS loopback.</summary>
    Null = 0,
    Ethernet = 1,
    /// <summary>Raw IP as some old programs number it.</summary>
    RawOld = 12,
    Raw = 101,
    /// <summary>As <see cref="Null"/>, in network byte order.</summary>
    Loop = 108,
    /// <summary>Linux "any" interface.</summary>
    LinuxCooked = 113,
    Ipv4 = 228,
    Ipv6 = 229,
    LinuxCooked2 = 276,
}
