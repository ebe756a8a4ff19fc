using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Viewing;

/// <summary>The value of the LSC row: progress, then the result (shared/spec/phone-ui.md 5.1).</summary>
internal static class LscRow
{
    /// <returns>Null: nothing but whether there is an LSC.</returns>
    public static string? TextId(BootContext phone) =>
        phone.SessionPhase is { } phase ? Progress(phase) : phone.Findings.LastSessionFailed ? Texts.LscFailure : null;

    private static string Progress(CapfPhase phase) => phase switch
    {
        CapfPhase.Preparing or CapfPhase.Connecting => Texts.LscConnecting,
        CapfPhase.Authenticating or CapfPhase.AwaitingOrder => Texts.LscAuthenticating,
        CapfPhase.GeneratingKey => Texts.LscGeneratingKeys,
        CapfPhase.AwaitingCertificate => Texts.LscSendingRequest,
        CapfPhase.WaitingToRetry => Texts.LscWaiting,
        _ => Texts.LscReceiving,
    };
}
