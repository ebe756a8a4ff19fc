using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Events;

public sealed record FileRequested(DateTimeOffset Time, DeviceName Device, string File, TransportKind Transport, ServerEndPoint Server) : PhoneEvent(Time, Device)
{
    public override string Kind => "request";
}
