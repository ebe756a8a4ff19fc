using System.Diagnostics.Metrics;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Metrics;

/// <summary>What phones go through, for dotnet-counters, OpenTelemetry and the like: one more rendering of their events. Nobody listens: a glance at each event. One a phone, on its loop.</summary>
public sealed class PhoneMetrics : IPhoneObserver
{
    public const string MeterName = "PhoneSim.Phone";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Boots = Meter.CreateHistogram("phonesim.phone.boot.duration", "s", "From power-on, reset or restart to rest, by outcome", advice: DurationBuckets.Advice);
    private static readonly Histogram<double> States = Meter.CreateHistogram("phonesim.phone.state.duration", "s", "Time in a state of the boot, by state", advice: DurationBuckets.Advice);
    private static readonly Histogram<double> Requests = Meter.CreateHistogram("phonesim.phone.request.duration", "s", "From the request for a file to its end, by file, transport and answer", advice: DurationBuckets.Advice);
    private static readonly Counter<long> Received = Meter.CreateCounter<long>("phonesim.phone.received", "By", "Bytes of files received whole, by transport");
    private static readonly Counter<long> Judgements = Meter.CreateCounter<long>("phonesim.phone.judgements", "{file}", "Files judged, by what was judged (ctl, itl, signature, decryption) and verdict");
    private static readonly Counter<long> Sessions = Meter.CreateCounter<long>("phonesim.phone.capf.sessions", "{session}", "CAPF sessions, by operation and result");
    private static readonly Counter<long> Questions = Meter.CreateCounter<long>("phonesim.phone.tvs.questions", "{question}", "Certificates that TVS was asked about, by status");
    private static readonly Counter<long> Registrations = Meter.CreateCounter<long>("phonesim.phone.registrations", "{registration}", "Lines, on SCCP devices, by transport and what became of their registration");
    private static readonly Counter<long> Resets = Meter.CreateCounter<long>("phonesim.phone.resets", "{reset}", "Resets, by who wanted them: phone or others");

    private DateTimeOffset entered;

    public static void Rested(BootOutcome outcome, TimeSpan took)
    {
        if (Boots.Enabled)
            Boots.Record(took.TotalSeconds, Tag("outcome", BootReportJson.Word(outcome)));
    }

    public void OnEvent(PhoneEvent phoneEvent)
    {
        switch (phoneEvent)
        {
            case StateEntered e when States.Enabled:
                Left(e);
                break;
            case FileAnswered e when Requests.Enabled:
                Requests.Record(e.Result.Duration.TotalSeconds, Tag("file", FileNames.KindOf(e.File)), Tag("transport", EventText.Name(e.Transport)), Tag("answer", e.Result.AnswerText));
                Received.Add(e.Result.Content.Length, Tag("transport", EventText.Name(e.Transport)));
                break;
            case TrustListJudged e when Judgements.Enabled:
                Judgements.Add(1, Tag("kind", FileNames.KindOf(e.File)), Tag("verdict", e.Verdict.Word));
                break;
            case SignatureJudged e when Judgements.Enabled:
                Judgements.Add(1, Tag("kind", "signature"), Tag("verdict", e.Verdict.Word));
                break;
            case FileDecrypted e when Judgements.Enabled:
                Judgements.Add(1, Tag("kind", "decryption"), Tag("verdict", EventText.Words(e.Verdict.ToString(), '-')));
                break;
            case CapfEnded e when Sessions.Enabled:
                Sessions.Add(1, Tag("operation", e.Result.OperationWord), Tag("result", e.Result.Word));
                break;
            case TvsAsked e when Questions.Enabled:
                Questions.Add(1, Tag("status", EventText.Words(e.Verdict.Status.ToString(), '-')));
                break;
            case RegistrationProgressed { Step: { Phase: not (RegistrationPhase.Connecting or RegistrationPhase.Asking or RegistrationPhase.Challenged or RegistrationPhase.Commanded) } step } when Registrations.Enabled:
                Registrations.Add(1, Tag("transport", EventText.Name(step.Transport)), Tag("result", EventText.Word(step.Phase)));
                break;
            case ResetStarted e when Resets.Enabled:
                Resets.Add(1, Tag("by", e.Number == 0 ? "others" : "phone"));
                break;
        }
    }

    private void Left(StateEntered e)
    {
        if (!BootMachine.IsResting(e.From))
            States.Record((e.Time - entered).TotalSeconds, Tag("state", EventText.Words(e.From.ToString(), '-')));
        entered = e.Time;
    }

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
