namespace PhoneSim.Formats.Sccp;

/// <summary>The messages of the register handshake, by number (observed: the same in every open implementation).</summary>
public enum SccpMessageId : uint
{
    KeepAlive = 0x0000,
    Register = 0x0001,
    CapabilitiesResponse = 0x0010,
    Unregister = 0x0027,
    RegisterAck = 0x0081,
    CapabilitiesRequest = 0x009B,
    RegisterReject = 0x009D,
    Reset = 0x009F,
    KeepAliveAck = 0x0100,
    UnregisterAck = 0x0118,
}
