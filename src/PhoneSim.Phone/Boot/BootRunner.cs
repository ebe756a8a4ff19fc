using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Metrics;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Boot;

/// <summary>The one loop that moves a phone: await the activity of the state, fire its trigger, until the state is a resting one.</summary>
public sealed class BootRunner
{
    private readonly BootContext phone;
    private readonly BootMachine machine;
    private readonly TrustListActivity trustLists;
    private readonly ConfigurationRequest configuration;
    private readonly Evaluation evaluation;
    private readonly Application application;
    private readonly EnrolmentActivity enrolment;
    private readonly RegistrationActivity registration;

    /// <param name="lent">A table that no other phone uses meanwhile; null: one of its own.</param>
    public BootRunner(BootContext phone, BootMachine? lent = null)
    {
        this.phone = phone;
        machine = lent ?? new(phone);
        machine.Serve(phone);
        ServerFetcher fetcher = new(phone);
        SignerInquiry signers = new(phone);
        trustLists = new(phone, fetcher, signers);
        configuration = new(phone, fetcher);
        evaluation = new(phone, signers);
        application = new(phone);
        enrolment = new(phone);
        registration = new(phone, application);
    }

    public BootState State => machine.State;

    public bool IsResting => BootMachine.IsResting(State) || State == phone.Options.Until;

    /// <summary>The user may ask for an LSC now.</summary>
    public bool CanEnrol => machine.CanFire(BootTrigger.LscUpdateAsked);

    /// <summary>Breaks the CAPF session off that is under way, if there is one.</summary>
    public void StopEnrolment() => enrolment.Stop();

    /// <summary>Fires <paramref name="first"/> and runs until the phone rests.</summary>
    /// <exception cref="OperationCanceledException">Broken off; the state is the one whose activity was under way.</exception>
    public async Task RunAsync(BootTrigger first, CancellationToken cancellation)
    {
        long began = phone.Options.Time.GetTimestamp();
        await PassAsync(first, cancellation);
        while (!IsResting)
            await PassAsync(await PerformAsync(cancellation), cancellation);
        PhoneMetrics.Rested(BootReport.OutcomeOf(phone.Findings), phone.Options.Time.GetElapsedTime(began));
    }

    /// <summary>Takes leave of the call manager, if the phone is registered.</summary>
    public Task UnregisterAsync() => registration.EndAsync();

    /// <summary>Breaks off whatever the state is; a phone that was on is unregistered and off afterwards.</summary>
    public async Task PowerOffAsync()
    {
        await registration.EndAsync();
        if (State != BootState.PoweredOff)
            Fire(BootTrigger.PowerOff);
    }

    private async ValueTask PassAsync(BootTrigger trigger, CancellationToken cancellation)
    {
        if (phone.Options.Gate is { } gate)
            await gate.BeforeAsync(machine.Ahead(trigger), cancellation);
        Fire(trigger);
    }

    private void Fire(BootTrigger trigger)
    {
        BootState from = State;
        machine.Fire(trigger);
        phone.Emit(new StateEntered(phone.Now, phone.Device, from, trigger, State));
    }

    private Task<BootTrigger> PerformAsync(CancellationToken cancellation) => State switch
    {
        BootState.FetchingCtl => StartAsync(cancellation),
        BootState.FetchingItl => trustLists.FetchItlAsync(cancellation),
        BootState.RequestingEncrypted => configuration.FetchAsync(FileNames.Encrypted(phone.Device), cancellation),
        BootState.RequestingSigned => configuration.FetchAsync(FileNames.Signed(phone.Device), cancellation),
        BootState.RequestingPlain => configuration.FetchAsync(FileNames.Plain(phone.Device), cancellation),
        BootState.RequestingDefault => configuration.FetchAsync(FileNames.DefaultConfiguration, cancellation),
        BootState.Evaluating => evaluation.RunAsync(cancellation),
        BootState.Enrolling => enrolment.RunAsync(cancellation),
        BootState.Registering => registration.RunAsync(cancellation),
        BootState.ChoosingName => ChooseNameAsync(),
        BootState.Resetting => StartAgainAsync(),
        _ => Task.FromResult(Perform()),
    };

    private BootTrigger Perform() => State switch
    {
        BootState.Applying => application.Apply(),
        BootState.UsingCached => application.UseCached(),
        _ => throw new InvalidOperationException($"{State} has no activity"),
    };

    private Task<BootTrigger> StartAsync(CancellationToken cancellation)
    {
        phone.Findings.BeginStart(phone.Options.Time.GetTimestamp());
        return trustLists.FetchCtlAsync(cancellation);
    }

    /// <summary>A restart comes here with its lines registered: they register anew.</summary>
    private async Task<BootTrigger> ChooseNameAsync()
    {
        await registration.EndAsync();
        return configuration.ChooseName();
    }

    private async Task<BootTrigger> StartAgainAsync()
    {
        await registration.EndAsync();
        return StartAgain();
    }

    private BootTrigger StartAgain()
    {
        if (phone.Findings.Resets == phone.Options.MaxResets)
        {
            phone.Findings.Failure = BootOutcome.Minimal;
            phone.Decide("stops", $"{phone.Options.MaxResets} resets did not lead to a stable phone (--resets)");
            return BootTrigger.ResetsExhausted;
        }

        phone.Findings.Resets++;
        phone.Emit(new ResetStarted(phone.Now, phone.Device, phone.Findings.Resets, phone.Findings.ResetReason));
        return BootTrigger.PowerOn;
    }
}
