using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Events;

public sealed record FileAnswered(DateTimeOffset Time, DeviceName Device, string File, TransportKind Transport, ServerEndPoint Server, FetchResult Result)
    : PhoneEvent(Time, Device)
{
    public override string Kind => "answer";
}
