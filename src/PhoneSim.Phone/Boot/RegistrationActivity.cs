using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Phone.Boot;

/// <summary>The phone's registration: made in the state Registering, kept while the phone stays on, ended at a reset, a restart or power-off.</summary>
public sealed class RegistrationActivity(BootContext phone, Application application) : IRegistrationObserver
{
    private ILiveRegistration? live;
    private CallManagerGroup? group;
    private Func<Task>? stopKeeping;

    public async Task<BootTrigger> RunAsync(CancellationToken cancellation)
    {
        BootTrigger trigger = await RegisterAsync(cancellation);
        return trigger != BootTrigger.RegistrationFailed && application.NeedsSession() ? BootTrigger.SessionDue : trigger;
    }

    /// <summary>Unregisters within the settings' deadline and closes the connection.</summary>
    public async Task EndAsync()
    {
        await StopKeepingAsync();
        if (live is null)
            return;
        await live.UnregisterAsync();
        await LeaveAsync();
    }

    public void Progressed(RegistrationStep step) => phone.Emit(new RegistrationProgressed(phone.Now, phone.Device, step));

    public void Commanded(RegistrationCommand command)
    {
        if (phone.Inbox is null)
            phone.Decide($"does not obey {ServiceControl.NameOf(command.Action)}", "this boot ends as soon as the phone is registered");
        else if (KindOf(command) is { } kind)
            Obey(kind, command.Action);
    }

    private async Task<BootTrigger> RegisterAsync(CancellationToken cancellation)
    {
        if (live is not null)
            return BootTrigger.Registered;
        if (phone.Options.Registration is null)
            return BootTrigger.Skipped;
        RegistrationRequest request = RegistrationTargets.Of(phone, Configuration);
        if (WhyNot(request) is { } why)
        {
            phone.Decide("does not register", why);
            return BootTrigger.Skipped;
        }

        await StopKeepingAsync();
        RegistrationAttempt attempt = await AskAsync(request, cancellation);
        if (phone.Inbox is { } inbox)
            Keep(request, inbox);
        return attempt.Outcome == RegistrationOutcome.Registered ? BootTrigger.Registered : BootTrigger.RegistrationFailed;
    }

    private PhoneConfiguration Configuration => phone.Contents.Configuration!.Configuration;

    private static string? WhyNot(RegistrationRequest request) =>
        request.CallManagers.Count == 0 ? "the configuration names no call manager"
        : request.Profile.Protocol == SignallingProtocol.Sip && request.Lines.Count == 0 ? "the configuration names no line"
        : null;

    private async Task<RegistrationAttempt> AskAsync(RegistrationRequest request, CancellationToken cancellation)
    {
        group = new(request, phone.Options.Registration!, phone.Options.Time, this);
        RegistrationAttempt attempt = await group.RegisterAsync(cancellation);
        live = attempt.Live;
        phone.Findings.Registered = live is not null;
        phone.Findings.RegistrationFailure = attempt.Outcome switch
        {
            RegistrationOutcome.Registered => null,
            RegistrationOutcome.Rejected => BootOutcome.Rejected,
            _ => BootOutcome.Unreachable,
        };
        if (attempt.Outcome == RegistrationOutcome.Rejected)
            phone.Status(Texts.RegistrationRejected, reason: attempt.Why);
        return attempt;
    }

    private void Keep(RegistrationRequest request, IPhoneInbox inbox)
    {
        CancellationTokenSource keeping = new();
        Task keeper = KeepAsync(request, inbox, keeping.Token);
        stopKeeping = async () =>
        {
            await keeping.CancelAsync();
            await keeper;
            keeping.Dispose();
        };
    }

    private async Task StopKeepingAsync()
    {
        if (stopKeeping is { } stop)
            await stop();
        stopKeeping = null;
    }

    /// <summary>Runs beside the phone's loop, on its scheduler. A registration that is lost is sought anew from the first call manager on; when none registers, the phone restarts later.</summary>
    private async Task KeepAsync(RegistrationRequest request, IPhoneInbox inbox, CancellationToken cancellation)
    {
        try
        {
            while (live is { } standing)
            {
                RegistrationAttempt next = await group!.KeepAsync(standing, cancellation);
                if (next.Live is { } preferred)
                {
                    await FallBackAsync(standing, preferred);
                    continue;
                }

                phone.Decide("looks for another registration", $"the one it had is lost: {next.Why}");
                phone.Findings.Registered = false;
                await LeaveAsync();
                await AskAsync(request, cancellation);
            }

            await Task.Delay(RetryDelay(), phone.Options.Time, cancellation);
            inbox.Post(new PhoneInput.ResetAsked(ResetKind.Restart, "no call manager registers the phone"));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // EndAsync goes on from here.
        }
        catch (Exception defect)
        {
            inbox.Fail(defect);
            throw;
        }
    }

    private async Task FallBackAsync(ILiveRegistration standing, ILiveRegistration preferred)
    {
        phone.Decide("goes back to the call manager of higher priority", "it registers the phone again (assumed: asked from time to time)");
        live = preferred;
        await standing.UnregisterAsync();
        await standing.DisposeAsync();
    }

    private TimeSpan RetryDelay()
    {
        (RegistrationSettings settings, Random chance) = (phone.Options.Registration!.Settings, phone.Options.Registration.Chance);
        return settings.RetryFrom + ((settings.RetryTo - settings.RetryFrom) * chance.NextDouble());
    }

    private async Task LeaveAsync()
    {
        ILiveRegistration? left = live;
        live = null;
        if (left is not null)
            await left.DisposeAsync();
    }

    private ResetKind? KindOf(RegistrationCommand command) => command.Action switch
    {
        ServiceAction.Reset => ResetKind.Reset,
        ServiceAction.Restart or ServiceAction.ApplyConfig => ResetKind.Restart,
        ServiceAction.CheckVersion => CheckVersion(command.ConfigVersionStamp),
        _ => null,
    };

    /// <summary>Observed: a stamp other than the configuration's makes the phone read the file again. A file without stamp has nothing to compare (assumed).</summary>
    private ResetKind? CheckVersion(string? stamp)
    {
        bool differs = Configuration.VersionStamp is { Length: > 0 } own && stamp is not null && own.Trim('{', '}') != stamp;
        phone.Decide(differs ? "reads its configuration again" : "keeps its configuration", differs ? "the call manager has another version stamp" : "the version stamps do not differ");
        return differs ? ResetKind.Restart : null;
    }

    private void Obey(ResetKind kind, ServiceAction action)
    {
        if (kind == ResetKind.Restart)
            phone.Status(Texts.RestartRequested);
        phone.Inbox!.Post(new PhoneInput.ResetAsked(kind, $"the call manager asked for {ServiceControl.NameOf(action)}"));
    }
}
