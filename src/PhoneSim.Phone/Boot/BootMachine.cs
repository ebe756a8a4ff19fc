using System.Collections.Frozen;
using Stateless;
using Stateless.Graph;
using Stateless.Reflection;
using static PhoneSim.Phone.Boot.BootState;
using static PhoneSim.Phone.Boot.BootTrigger;

namespace PhoneSim.Phone.Boot;

/// <summary>The life of a phone as one transition table (shared/spec/boot.md). Fired from one loop only: Stateless is not safe for concurrent firing.</summary>
public sealed class BootMachine
{
    private static readonly BootState[] Resting = [Ready, Stopped, AwaitingAuthString];

    private readonly StateMachine<BootState, BootTrigger> table;
    private IBootConditions phone;

    /// <summary>To be lent: <see cref="Serve"/> comes first.</summary>
    public BootMachine() : this(new AnyPhone())
    {
    }

    public BootMachine(IBootConditions phone)
    {
        this.phone = phone;
        table = new(() => State, state => State = state);
        Describe(table);
    }

    public BootState State { get; private set; } = PoweredOff;

    /// <summary>Serves another phone from now on, one that is off: building the table costs 25 µs and 15 KiB, so a fleet keeps some and lends them.</summary>
    public void Serve(IBootConditions next) => (phone, State) = (next, PoweredOff);

    public static bool IsResting(BootState state) => state is PoweredOff or Ready or Stopped or AwaitingAuthString;

    /// <summary>States in which the phone obeys a restart; in any other a restart is a reset.</summary>
    public static bool CanRestart(BootState state) => Resting.Contains(state);

    /// <exception cref="InvalidOperationException">The table has no such transition: a defect of an activity.</exception>
    public void Fire(BootTrigger trigger)
    {
        if (Unguarded.TryGetValue((State, trigger), out BootState next))
            State = next;
        else
            table.Fire(trigger);
    }

    public bool CanFire(BootTrigger trigger) => table.CanFire(trigger);

    /// <summary>The step that the trigger would be now; nothing is fired.</summary>
    /// <exception cref="InvalidOperationException">The table has no such transition.</exception>
    public BootTransition Ahead(BootTrigger trigger)
    {
        BootMachine probe = new(phone) { State = State };
        probe.Fire(trigger);
        return new(State, trigger, probe.State);
    }

    /// <summary>All that the table has for a state, whatever the phone.</summary>
    public static IReadOnlyList<BootTransition> PossibleIn(BootState state) =>
    [
        .. from info in Info.States
           where state.Equals(info.UnderlyingState)
           from step in info.FixedTransitions
           select new BootTransition(state, (BootTrigger)step.Trigger.UnderlyingTrigger, (BootState)step.DestinationState.UnderlyingState, string.Join(", ", step.GuardConditionsMethodDescriptions.Select(guard => guard.Description))),
    ];

    /// <summary>The table itself, for drawings; the same for every phone.</summary>
    public static StateMachineInfo Info { get; } = new BootMachine(new AnyPhone()).table.GetInfo();

    /// <summary>The steps of the table that depend on no phone: to look them up costs a tenth of firing them.</summary>
    private static FrozenDictionary<(BootState, BootTrigger), BootState> Unguarded { get; } = Enum.GetValues<BootState>().SelectMany(PossibleIn)
        .Where(step => step.Condition.Length == 0).ToFrozenDictionary(step => (step.From, step.Trigger), step => step.To);

    public static string ToMermaid() => MermaidGraph.Format(Info, MermaidGraphDirection.TopToBottom);

    public static string ToDot() => UmlDotGraph.Format(Info);

    private void Describe(StateMachine<BootState, BootTrigger> m)
    {
        m.Configure(PoweredOff).Permit(PowerOn, FetchingCtl);
        m.Configure(FetchingCtl).Permit(Delivered, FetchingItl).Permit(NotFound, FetchingItl).Permit(Refused, FetchingItl).Permit(Unreachable, FetchingItl).Permit(Skipped, FetchingItl);
        m.Configure(FetchingItl).Permit(Delivered, ChoosingName).Permit(NotFound, ChoosingName).Permit(Refused, ChoosingName).Permit(Unreachable, ChoosingName).Permit(Skipped, ChoosingName);
        m.Configure(ChoosingName).Permit(AskEncrypted, RequestingEncrypted).Permit(AskSigned, RequestingSigned).Permit(AskPlain, RequestingPlain);

        m.Configure(RequestingEncrypted).Permit(Delivered, Evaluating).Permit(Refused, UsingCached).Permit(Unreachable, UsingCached)
            .PermitIf(NotFound, RequestingSigned, () => phone.AsksSignedNames, "asks signed names")
            .PermitIf(NotFound, RequestingPlain, () => !phone.AsksSignedNames, "no file signing");
        m.Configure(RequestingSigned).Permit(Delivered, Evaluating).Permit(NotFound, RequestingDefault).Permit(Refused, UsingCached).Permit(Unreachable, UsingCached);
        m.Configure(RequestingPlain).Permit(Delivered, Evaluating).Permit(NotFound, RequestingDefault).Permit(Refused, UsingCached).Permit(Unreachable, UsingCached);
        m.Configure(RequestingDefault).Permit(Delivered, Evaluating).Permit(NotFound, Stopped).Permit(Refused, UsingCached).Permit(Unreachable, UsingCached);

        m.Configure(Evaluating).Permit(FullConfiguration, Applying).Permit(MinimalOnly, Stopped).Permit(Refused, UsingCached).Permit(Retry, ChoosingName)
            .PermitIf(HashMatches, RequestingEncrypted, () => phone.AsksEncryptedInSameRun, "same run")
            .PermitIf(HashMatches, Resetting, () => !phone.AsksEncryptedInSameRun, "after a reset")
            .PermitIf(HashDiffers, AwaitingAuthString, () => phone.MustWaitForAuthString, "by authentication string")
            .PermitIf(HashDiffers, Enrolling, () => !phone.MustWaitForAuthString, "CAPF by itself")
            .PermitIf(DecryptFailed, Stopped, () => phone.UsesManualKey, "manual key")
            .PermitIf(DecryptFailed, AwaitingAuthString, () => !phone.UsesManualKey && phone.MustWaitForAuthString, "by authentication string")
            .PermitIf(DecryptFailed, Enrolling, () => !phone.UsesManualKey && !phone.MustWaitForAuthString, "CAPF by itself");

        m.Configure(Enrolling).Permit(Enrolled, Resetting).Permit(NotEnrolled, UsingCached);
        foreach (BootState state in Resting)
            m.Configure(state).Permit(LscUpdateAsked, Enrolling);
        m.Configure(Resetting).Permit(PowerOn, FetchingCtl).Permit(ResetsExhausted, Stopped);
        m.Configure(UsingCached).Permit(Applied, Registering).Permit(NothingCached, Stopped);
        m.Configure(Applying).Permit(Applied, Registering).Permit(SessionDue, Enrolling);
        m.Configure(Registering).Permit(Registered, Ready).Permit(Skipped, Ready).Permit(RegistrationFailed, Stopped).Permit(SessionDue, Enrolling);

        foreach (BootState state in Resting)
            m.Configure(state).Permit(Reset, Resetting).Permit(Restart, ChoosingName);
        foreach (BootState state in Enum.GetValues<BootState>().Where(s => s != PoweredOff))
            m.Configure(state).Permit(PowerOff, PoweredOff);
    }

    private sealed class AnyPhone : IBootConditions
    {
        public bool AsksSignedNames => true;

        public bool AsksEncryptedInSameRun => false;

        public bool MustWaitForAuthString => false;

        public bool UsesManualKey => false;
    }
}
