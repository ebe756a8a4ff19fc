namespace PhoneSim.Formats.Capture;

/// <summary>RFC 9293 section 3.1.</summary>
[Flags]
public enum TcpFlags
{
    None = 0,
    Fin = 1,
    Syn = 2,
    Reset = 4,
    Push = 8,
    Acknowledge = 16,
}
