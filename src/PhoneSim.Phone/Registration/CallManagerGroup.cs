using PhoneSim.Formats;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
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
    private readonly RegistrationSettings settings;
    private readonly TimeProvider time;
    private int current;

    public CallManagerGroup(RegistrationRequest request, RegistrationOptions options, TimeProvider time, IRegistrationObserver observer)
    {
        (this.request, this.observer, this.time, settings) = (request, observer, time, options.Settings);
        protocol = request.Profile.Protocol == SignallingProtocol.Sccp
            ? new CallManagerProtocol<SccpMessage>(request, options.Sccp, settings.ConnectDeadline, (server, channel) => new SccpRegistration(new(request, server, settings), channel, time, observer))
            : new CallManagerProtocol<SipMessage>(request, options.Sip, settings.ConnectDeadline, (server, channel) => new SipRegistration(new(request, server, options), channel, time, observer));
    }

    /// <exception cref="OperationCanceledException"/>
    public Task<RegistrationAttempt> RegisterAsync(CancellationToken cancellation) => RegisterAsync(request.CallManagers.Count, cancellation);

    /// <summary>Keeps a registration of this group, and seeks one with the call managers of higher priority meanwhile.</summary>
    /// <returns>Why the registration was lost; or, with a live one, the call manager that has taken the phone back.</returns>
    /// <exception cref="OperationCanceledException"/>
    public async Task<RegistrationAttempt> KeepAsync(ILiveRegistration standing, CancellationToken cancellation)
    {
        using CancellationTokenSource leaving = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<RegistrationAttempt> keeping = standing.KeepAsync(leaving.Token);
        try
        {
            return await FallBackAsync(keeping, leaving.Token) ?? await keeping;
        }
        finally
        {
            await leaving.CancelAsync();
            await Task.WhenAny(keeping);
        }
    }

    /// <summary>Null: the registration that stands is the best there is, or was lost.</summary>
    private async Task<RegistrationAttempt?> FallBackAsync(Task keeping, CancellationToken cancellation)
    {
        while (current > 0 && await Task.WhenAny(keeping, Task.Delay(settings.FallBackInterval, time, cancellation)) != keeping)
        {
            cancellation.ThrowIfCancellationRequested();
            if (await RegisterAsync(current, cancellation) is { Live: not null } preferred)
                return preferred;
        }

        return null;
    }

    /// <param name="count">So many of the call managers are asked, from the first on.</param>
    private async Task<RegistrationAttempt> RegisterAsync(int count, CancellationToken cancellation)
    {
        RegistrationAttempt attempt = new(RegistrationOutcome.Unreachable, "there is no call manager");
        for (int i = 0; i < count && attempt.Outcome == RegistrationOutcome.Unreachable; i++)
        {
            Report(RegistrationPhase.Connecting, request.CallManagers[i], "");
            attempt = await AskAsync(request.CallManagers[i], cancellation);
            if (attempt.Outcome == RegistrationOutcome.Registered)
                current = i;
            else
                Report(attempt.Outcome == RegistrationOutcome.Rejected ? RegistrationPhase.Rejected : RegistrationPhase.Unreachable, request.CallManagers[i], attempt.Why);
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
