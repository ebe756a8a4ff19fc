using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Lab.Sip;

/// <summary>A request a phone sent, and what it was told; null: nothing.</summary>
public sealed record SipRegisterSeen(SipRequest Request, SignallingTransport Transport, SipResponse? Response);
