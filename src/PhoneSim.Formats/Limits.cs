namespace PhoneSim.Formats;

/// <summary>Limits of the parsers that no profile sets.</summary>
public static class Limits
{
    /// <summary>Our choice: the files seen are four or five deep in their elements, ten at most.</summary>
    public const int XmlDepth = 64;

    /// <summary>Our choice, above the largest observed phone limit (2048 KB on a 7821, phone-behaviour.md 1.7).</summary>
    public const int XmlBytes = 4 * 1024 * 1024;

    /// <summary>Our choice: no field of a phone is longer.</summary>
    public const int XmlText = 64 * 1024;

    /// <summary>What one UDP datagram can carry; a SIP message over a stream may not be longer either (our choice).</summary>
    public const int SipMessageBytes = 65535;

    /// <summary>Our choice: a REGISTER and its answers carry about twenty.</summary>
    public const int SipHeaders = 128;

    /// <summary>Our choice: length field of an SCCP message, far above the register handshake's largest (176 bytes of capabilities).</summary>
    public const int SccpMessageBytes = 16 * 1024;

    /// <summary>Our choice: a capture is read into memory.</summary>
    public const int CaptureBytes = 128 * 1024 * 1024;

    /// <summary>Our choice.</summary>
    public const int CapturedPackets = 2_000_000;

    /// <summary>What Wireshark takes at most.</summary>
    public const int CapturedPacketBytes = 262_144;

    /// <summary>Our choice, per section.</summary>
    public const int CaptureInterfaces = 1024;

    /// <summary>Our choice.</summary>
    public const int CapturedConnections = 65_536;

    /// <summary>Our choice, above any file of a phone; one direction of one connection.</summary>
    public const int CapturedFlowBytes = 32 * 1024 * 1024;

    /// <summary>Our choice: segments that wait for one before them, in one direction.</summary>
    public const int EarlySegments = 256;

    /// <summary>The length field of IPv4 and IPv6.</summary>
    public const int IpPacketBytes = 65535;

    /// <summary>Our choice: 65535 bytes in the smallest packets that IPv4 must carry whole.</summary>
    public const int IpFragments = 1366;

    /// <summary>Our choice: packets of which fragments are missing still.</summary>
    public const int OpenIpPackets = 256;
}
