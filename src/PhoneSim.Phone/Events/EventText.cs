using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Events;

/// <summary>One line of words for an event, made from its values: the screen's log and <c>--explain</c> print these.</summary>
public static class EventText
{
    public static string Describe(PhoneEvent phoneEvent) => phoneEvent switch
    {
        StateEntered e => $"{e.From} -> {e.State} ({e.Trigger})",
        FileRequested e => $"asks {e.File} of {e.Server} by {Name(e.Transport)}",
        FileAnswered e => Answer(e),
        TrustListJudged e => $"{e.File} {(e.Verdict.IsAccepted ? "accepted" : "refused")}: {e.Verdict.Reason}{Signer(e.Signer, e.SignerSerial)}{Detail(e.Detail)}",
        SignatureJudged e => $"signature of {e.File} {e.Verdict.Word}: {e.Verdict.Reason}{Signer(e.Signer, e.SignerSerial)}",
        FileDecrypted e => Decryption(e),
        DecisionMade e => $"{e.What}, because {e.Why}",
        StatusShown e => $"phone shows \"{e.Text}\" ({Name(e.Source)} text)",
        FlashChanged e => $"flash: {e.What}",
        ResetStarted e => e.Number == 0 ? $"reset asked for: {e.Why}" : $"reset {e.Number}: {e.Why}",
        CapfProgressed e => $"CAPF: {Describe(e.Step)}",
        CapfEnded e => $"CAPF session ({e.Reason}) ended: {e.Result.OperationWord}, {e.Result.Word}: {e.Result.Why}",
        TvsAsked e => $"asked TVS about {e.About}: {e.Verdict.Why}",
        RegistrationProgressed e => Registration(e.Step),
        _ => phoneEvent.Kind,
    };

    public static string Name(SignallingTransport transport) => transport switch
    {
        SignallingTransport.Udp => "udp",
        SignallingTransport.Tls => "tls",
        _ => "tcp",
    };

    public static string Word(RegistrationPhase phase) => Words(phase.ToString());

    public static string Name(TransportKind transport) => transport switch
    {
        TransportKind.Http => "http",
        TransportKind.Https => "https",
        _ => "tftp",
    };

    public static string Name(TextSource source) => source switch
    {
        TextSource.Seed => "seed",
        TextSource.Documented => "documented",
        TextSource.Observed => "observed",
        _ => "simulator",
    };

    public static string Name(DecryptionKey key) => key switch
    {
        DecryptionKey.Manual => "the symmetric key in flash",
        DecryptionKey.Lsc => "the LSC's private key",
        DecryptionKey.Mic => "the MIC's private key",
        _ => "no key",
    };

    /// <summary>A phase of a CAPF session in words; the simulator's own, no source has a phone's (phone-ui.md 5.1).</summary>
    public static string Describe(CapfStep step) => step switch
    {
        { Message: { } sent, From: CapfSide.Phone } => $"phone sends {Words(sent.Command.ToString())}",
        { Message: { } received } => $"server sends {Words(received.Command.ToString())}",
        _ => Describe(step.Phase),
    };

    private static string Describe(CapfPhase phase) => phase switch
    {
        CapfPhase.Preparing => "preparing",
        CapfPhase.Connecting => "connecting",
        CapfPhase.WaitingToRetry => "waiting to retry",
        _ => Words(phase.ToString()),
    };

    /// <summary>The name of an enum's value as words in lower case.</summary>
    public static string Words(string name, char between = ' ') => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $"{between}{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static string Answer(FileAnswered e) =>
        e.Result.Answer == FetchAnswer.Ok ? $"{e.File}: {e.Result.Content.Length} bytes" : $"{e.File}: {e.Result.AnswerText}{Detail(e.Result.Detail)}";

    private static string Decryption(FileDecrypted e)
    {
        string layout = e.Layout == ContainerLayout.PublicKeyAes128 ? "" : ", container layout assumed";
        return e.Verdict == DecryptionVerdict.Decrypted
            ? $"decrypted {e.File} with {Name(e.Key)}{layout}"
            : $"cannot decrypt {e.File} with {Name(e.Key)}{layout}: {e.Verdict.Reason}";
    }

    private static string Registration(RegistrationStep step)
    {
        string who = step.Line is null ? "" : $"{step.Line} ";
        string place = $"{step.Server} by {Name(step.Transport)}";
        return step.Phase switch
        {
            RegistrationPhase.Connecting => $"connects to call manager {place}",
            RegistrationPhase.Asking => $"asks {step.Server} to register {who}".TrimEnd(),
            RegistrationPhase.Challenged => $"{step.Server} asks for the digest credentials of {who}".TrimEnd() + Detail(step.Detail),
            RegistrationPhase.Commanded => $"{step.Server} commands: {step.Detail}",
            _ => $"{who}{Word(step.Phase)} at {place}{(step.Detail.Length == 0 ? "" : $": {step.Detail}")}",
        };
    }

    private static string Signer(string? name, string serial) => name is null ? "" : $"; signer {name}, serial {serial}";

    private static string Detail(string? detail) => detail is null ? "" : $" ({detail})";
}
