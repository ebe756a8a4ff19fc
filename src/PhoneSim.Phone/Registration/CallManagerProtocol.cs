using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration;

/// <summary>Registers over one connection, by the messages of one protocol.</summary>
/// <param name="begin">Makes the registration for a channel to a server, and takes the channel over.</param>
internal sealed class CallManagerProtocol<TMessage>(RegistrationRequest request, ISignallingConnector<TMessage> connector, TimeSpan connectDeadline, Func<ServerEndPoint, ISignallingChannel<TMessage>, INewRegistration> begin)
    : ICallManagerProtocol
{
    public async Task<RegistrationAttempt> RegisterAsync(ServerEndPoint server, CancellationToken cancellation)
    {
        SignallingTarget target = new(server, request.Transport, request.Judge, request.Certificate, connectDeadline);
        SignallingConnection<TMessage> connection = await connector.ConnectAsync(target, cancellation);
        return connection.Channel is { } channel
            ? await RegisterAsync(begin(server, channel), cancellation)
            : new(RegistrationOutcome.Unreachable, connection.Why);
    }

    private static async Task<RegistrationAttempt> RegisterAsync(INewRegistration registration, CancellationToken cancellation)
    {
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
