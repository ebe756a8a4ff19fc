using PhoneSim.Formats;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration.Sccp;
using PhoneSim.Phone.Registration.Sip;

namespace PhoneSim.Phone.Registration;

/// <summary>The call managers of one configuration, asked in order until one registers the phone or refuses it.</summary>
public sealed class CallManagerGroup
{
    private readonly RegistrationRequest request;
    private readonly IRegistrationObserver observer;
    private readonly ICallManagerProtocol protocol;

    public CallManagerGroup(RegistrationRequest request, RegistrationOptions options, TimeProvider time, IRegistrationObserver observer)
    {
        (this.request, this.observer) = (request, observer);
        protocol = request.Profile.Protocol == SignallingProtocol.Sccp ? new SccpProtocol(request, options, time, observer) : new SipProtocol(request, options, time, observer);
    }

    /// <exception cref="OperationCanceledException"/>
    public async Task<RegistrationAttempt> RegisterAsync(CancellationToken cancellation)
    {
        RegistrationAttempt attempt = new(RegistrationOutcome.Unreachable, "there is no call manager");
        foreach (ServerEndPoint server in request.CallManagers)
        {
            Report(RegistrationPhase.Connecting, server, "");
            attempt = await AskAsync(server, cancellation);
            if (attempt.Outcome == RegistrationOutcome.Registered)
                break;
            Report(attempt.Outcome == RegistrationOutcome.Rejected ? RegistrationPhase.Rejected : RegistrationPhase.Unreachable, server, attempt.Why);
            if (attempt.Outcome == RegistrationOutcome.Rejected)
                break;
        }

        return attempt;
    }

    private async Task<RegistrationAttempt> AskAsync(ServerEndPoint server, CancellationToken cancellation)
    {
        try
        {
            return await protocol.RegisterAsync(server, cancellation);
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            return new(RegistrationOutcome.Unreachable, Printable.Text(e.Message, 200));
        }
    }

    private void Report(RegistrationPhase phase, ServerEndPoint server, string detail) => observer.Progressed(new(phase, server, request.Transport, null, detail));
}
