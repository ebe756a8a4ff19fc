using PhoneSim.Phone.Events;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Lessons;

/// <summary>What events of the phone mean to a lesson.</summary>
internal static class EventMoments
{
    /// <returns>Null: nothing.</returns>
    public static LessonMoment? Of(PhoneEvent phoneEvent) => phoneEvent switch
    {
        FlashChanged e => new("flash", e.What),
        StateEntered e => new("state", e.State.ToString()),
        FileRequested e => new("request", e.File),
        FileAnswered e => new("answer", $"{e.Result.AnswerText} {e.File}"),
        TrustListJudged e => new("trust", $"{(e.Verdict.IsAccepted ? "accepted" : "refused")} {e.File}"),
        FileDecrypted e => new("decrypt", e.Verdict.ToString()),
        CapfEnded e => new("capf", e.Result.Word),
        StatusShown e => new("status", e.Text),
        ResetStarted e => new("reset", e.Why),
        RegistrationProgressed e => new("register", e.Step.Phase.ToString()),
        _ => null,
    };
}
