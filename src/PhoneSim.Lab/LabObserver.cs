using PhoneSim.Formats.Sccp;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Http;
using PhoneSim.Lab.Sip;
using PhoneSim.Lab.Tftp;
using PhoneSim.Lab.Tvs;

namespace PhoneSim.Lab;

/// <summary>Told of what phones ask the lab; called on any thread, from several at once.</summary>
public sealed record LabObserver
{
    public Action<TftpRequestSeen>? Tftp { get; init; }

    public Action<HttpRequestSeen>? Http { get; init; }

    public Action<CapfReport>? Capf { get; init; }

    public Action<TvsQuestionSeen>? Tvs { get; init; }

    public Action<SipRegisterSeen>? Sip { get; init; }

    public Action<SccpMessage>? Sccp { get; init; }
}
