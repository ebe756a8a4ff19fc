using System.Text.RegularExpressions;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>An event as one line of what does not depend on machine, moment and keys: no times, ports, sizes, serials and hashes. The same seed gives the same lines.</summary>
public static partial class EventLine
{
    private const string Dots = "…";

    public static string Of(PhoneEvent e) => $"{e.Kind} {Facts(e)}".TrimEnd();

    private static string Facts(PhoneEvent phoneEvent) => phoneEvent switch
    {
        StateEntered e => $"{e.From} -> {e.State} ({e.Trigger})",
        FileRequested e => $"{e.File} by {EventText.Name(e.Transport)}",
        FileAnswered e => $"{e.File} by {EventText.Name(e.Transport)}: {e.Result.AnswerText}",
        TrustListJudged e => $"{e.File}: {e.Verdict}",
        SignatureJudged e => $"{e.File}: {e.Verdict}",
        FileDecrypted e => $"{e.File} with {e.Key}: {e.Verdict}",
        DecisionMade e => Neutral(e.What),
        StatusShown e => Neutral(e.Text),
        FlashChanged e => $"{e.Item}",
        CapfProgressed { Step: { Message: { } message, From: var from } } => $"{from} sends {message.Command}",
        CapfProgressed e => $"{e.Step.Phase}",
        CapfEnded e => $"{e.Reason}: {e.Result.OperationWord} {e.Result.Word}",
        TvsAsked e => $"{e.File ?? e.About}: {e.Verdict.Status}",
        RegistrationProgressed e => $"{e.Step.Line} {EventText.Word(e.Step.Phase)} by {EventText.Name(e.Step.Transport)}".TrimStart(),
        ResetStarted e => $"{e.Number}: {Neutral(e.Why)}",
        _ => "",
    };

    private static string Neutral(string text) => Varying().Replace(text, Dots);

    /// <summary>Ports, and long hexadecimal numbers that are no MAC address.</summary>
    [GeneratedRegex(@"(?<=\d):\d{2,5}\b|\b[0-9a-fA-F]{16,}\b")]
    private static partial Regex Varying();
}
