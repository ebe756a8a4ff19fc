using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Stepping;

/// <summary>Holds a boot where its plan says: listens to its events, stands in its transports and in the gate of its loop. Belongs to the phone's loop.</summary>
public sealed class Stepper : IBootGate, IPhoneObserver
{
    private readonly PhoneOptions options;
    private readonly IStepControl control;
    private BootState state = BootState.PoweredOff;
    private PausedFile? file;
    private string arrival = "";
    private DecisionMade? decision;

    private Stepper(PhoneOptions options, IStepControl control) => (this.options, this.control) = (options, control);

    /// <summary>The same phone, held where the control's plan says.</summary>
    public static PhoneOptions Attach(PhoneOptions phone, IStepControl control)
    {
        Stepper stepper = new(phone, control);
        return phone with { Gate = stepper, Observer = stepper, Transports = [.. phone.Transports.Select(transport => new SteppedTransport(transport, stepper))] };
    }

    public void OnEvent(PhoneEvent phoneEvent)
    {
        if (phoneEvent is DecisionMade made)
            decision = made;
        else if (phoneEvent is StateEntered entered)
            Enter(entered);
        options.Observer?.OnEvent(phoneEvent);
    }

    public async ValueTask BeforeAsync(BootTransition transition, CancellationToken cancellation) => await HoldAsync(new()
    {
        Point = PausePoint.Transition, State = transition.From, Transition = transition, File = file,
        What = $"{transition.From} -> {transition.To} ({transition.Trigger})", Rule = decision is { } made ? $"{made.What}: {made.Why}" : StepRules.Of(transition.From, transition.Trigger),
    }, cancellation);

    public async ValueTask JudgedAsync(PhoneEvent verdict, CancellationToken cancellation) => await HoldAsync(new()
    {
        Point = PausePoint.Verdict, State = state, File = file, What = EventText.Describe(verdict), Rule = StepRules.Of(verdict), Verdict = Word(verdict), IsBad = IsBad(verdict),
    }, cancellation);

    internal ValueTask<StepAnswer?> HoldRequestAsync(FetchRequest request, TransportKind transport, CancellationToken cancellation)
    {
        file = new(request, transport, null);
        return HoldAsync(new()
        {
            Point = PausePoint.Request, State = state, File = file, What = $"asks {request.FileName} of {request.Server} by {EventText.Name(transport)}", Rule = arrival,
        }, cancellation);
    }

    internal ValueTask<StepAnswer?> HoldAnswerAsync(FetchRequest request, TransportKind transport, FetchResult result, CancellationToken cancellation)
    {
        file = new(request, transport, result);
        string size = result.Answer == FetchAnswer.Ok ? $", {result.Content.Length} bytes" : "";
        return HoldAsync(new()
        {
            Point = PausePoint.Answer, State = state, File = file, What = $"{request.FileName} answered {result.AnswerText}{size}",
            Rule = StepRules.Of(state, transport, result.Answer), Verdict = result.AnswerText, IsBad = result.Answer != FetchAnswer.Ok,
        }, cancellation);
    }

    internal void Take(PausedFile taken) => file = taken;

    /// <summary>What led into the state is the rule for what is asked there.</summary>
    private void Enter(StateEntered entered)
    {
        arrival = decision is { } made ? made.Why : StepRules.Of(entered.From, entered.Trigger);
        (state, decision) = (entered.State, null);
        if (state is not BootState.Evaluating)
            file = null;
    }

    private async ValueTask<StepAnswer?> HoldAsync(BootPause pause, CancellationToken cancellation)
    {
        if (!control.Plan.Stops(pause))
            return null;
        StepAnswer? answer = await control.HoldAsync(pause, cancellation);
        if (answer is null || !pause.TakesAnswer)
            return null;
        options.Observer?.OnEvent(new DecisionMade(options.Time.GetUtcNow(), options.Device, $"takes {answer.Words} for the answer to {pause.File!.Name}", "the developer answered in the server's place"));
        return answer;
    }

    private static string Word(PhoneEvent verdict) => verdict switch
    {
        SignatureJudged signature => signature.Verdict.Word,
        TrustListJudged list => list.Verdict.Word,
        FileDecrypted { Verdict: DecryptionVerdict.Decrypted } => "decrypted",
        FileDecrypted => "decrypt-failed",
        _ => "",
    };

    private static bool IsBad(PhoneEvent verdict) => verdict switch
    {
        SignatureJudged signature => signature.Verdict is not (SignatureVerdict.Valid or SignatureVerdict.Ignored or SignatureVerdict.Absent),
        TrustListJudged list => !list.Verdict.IsAccepted,
        FileDecrypted decrypted => decrypted.Verdict != DecryptionVerdict.Decrypted,
        _ => false,
    };
}
