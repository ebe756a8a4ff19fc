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
}
