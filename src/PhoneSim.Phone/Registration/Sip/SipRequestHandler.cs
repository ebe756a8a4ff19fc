using PhoneSim.Formats;
using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>The phone's answers to a call manager's requests: OPTIONS, and NOTIFY of the event service-control. There are no calls.</summary>
/// <param name="ownCallIds">Call-IDs of this phone's registrations: a command for another one is refused (observed: 400).</param>
internal sealed class SipRequestHandler(Func<IEnumerable<string>> ownCallIds, SipChance chance)
{
    private const string Methods = "OPTIONS, NOTIFY";

    /// <summary>The last command obeyed: its repetitions over UDP are answered and not obeyed.</summary>
    private string? lastBranch;

    public SipReaction React(SipRequest request) => request.Method switch
    {
        "ACK" => new(null),
        "OPTIONS" => new(Answer(request, 200, "OK", "Allow", Methods)),
        "NOTIFY" => Notified(request),
        _ => new(Answer(request, 405, "Method Not Allowed", "Allow", Methods)),
    };

    private SipReaction Notified(SipRequest request)
    {
        if (request.Find("Event")?.Split(';')[0].Trim() != ServiceControl.EventName)
            return new(Answer(request, 489, "Bad Event", "Allow-Events", ServiceControl.EventName));
        if (Read(request) is not { } control || (control.RegisterCallId is { Length: > 0 } id && !ownCallIds().Contains(id)))
            return new(request.Answer(400, "Bad Request", chance.Tag()));
        RegistrationCommand? command = request.Branch == lastBranch ? null : new(control.Action, control.ConfigVersionStamp);
        lastBranch = request.Branch;
        return new(request.Answer(200, "OK", chance.Tag()), command);
    }

    private SipResponse Answer(SipRequest request, int status, string reason, string header, string value) => request.Answer(status, reason, chance.Tag(), new SipHeader(header, value));

    private static ServiceControl? Read(SipRequest request)
    {
        try
        {
            return ServiceControl.Parse(request.Body.Span);
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }
}
