using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Viewing;

internal static class LogSeverities
{
    public static LogSeverity Of(PhoneEvent phoneEvent) => phoneEvent switch
    {
        FileAnswered { Result.Answer: FetchAnswer.Ok } => LogSeverity.Good,
        FileAnswered { Result.Answer: FetchAnswer.NotFound } => LogSeverity.Warning,
        FileAnswered => LogSeverity.Bad,
        TrustListJudged e => e.Verdict.IsAccepted ? LogSeverity.Good : LogSeverity.Bad,
        SignatureJudged { Verdict: SignatureVerdict.Invalid or SignatureVerdict.UnknownSigner or SignatureVerdict.DigestUnsupported } => LogSeverity.Bad,
        FileDecrypted e => e.Verdict == DecryptionVerdict.Decrypted ? LogSeverity.Good : LogSeverity.Bad,
        StateEntered { State: BootState.Ready } => LogSeverity.Good,
        StateEntered { State: BootState.Stopped } => LogSeverity.Bad,
        RegistrationProgressed { Step.Phase: RegistrationPhase.Registered } => LogSeverity.Good,
        RegistrationProgressed { Step.Phase: RegistrationPhase.Rejected or RegistrationPhase.Unreachable or RegistrationPhase.Lost } => LogSeverity.Bad,
        ResetStarted or StatusShown => LogSeverity.Warning,
        _ => LogSeverity.Quiet,
    };
}
