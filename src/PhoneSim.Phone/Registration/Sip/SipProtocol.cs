using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>Registers the lines of a phone with one SIP call manager, over one connection.</summary>
internal sealed class SipProtocol(RegistrationRequest request, RegistrationOptions options, TimeProvider time, IRegistrationObserver observer) : ICallManagerProtocol
{
    public async Task<RegistrationAttempt> RegisterAsync(ServerEndPoint server, CancellationToken cancellation)
    {
        SignallingTarget target = new(server, request.Transport, request.Judge, request.Certificate, options.Settings.ConnectDeadline);
        SignallingConnection<SipMessage> connection = await options.Sip.ConnectAsync(target, cancellation);
        if (connection.Channel is not { } channel)
            return new(RegistrationOutcome.Unreachable, connection.Why);
        SipRegistration registration = new(new(request, server, options), channel, time, observer);
        try
        {
            RegistrationAttempt attempt = await registration.RegisterAllAsync(cancellation);
            if (attempt.Outcome == RegistrationOutcome.Registered)
                return attempt with { Live = registration };
            await registration.DisposeAsync();
            return attempt;
        }
        catch
        {
            await registration.DisposeAsync();
            throw;
        }
    }
}
