using PhoneSim.Formats.Sccp;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration.Sccp;

/// <summary>Registers the device with one SCCP call manager.</summary>
internal sealed class SccpProtocol(RegistrationRequest request, RegistrationOptions options, TimeProvider time, IRegistrationObserver observer) : ICallManagerProtocol
{
    public async Task<RegistrationAttempt> RegisterAsync(ServerEndPoint server, CancellationToken cancellation)
    {
        SignallingTarget target = new(server, request.Transport, request.Judge, request.Certificate, options.Settings.ConnectDeadline);
        SignallingConnection<SccpMessage> connection = await options.Sccp.ConnectAsync(target, cancellation);
        if (connection.Channel is not { } channel)
            return new(RegistrationOutcome.Unreachable, connection.Why);
        SccpRegistration registration = new(new(request, server, options.Settings), channel, time, observer);
        try
        {
            RegistrationAttempt attempt = await registration.RegisterAsync(cancellation);
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
