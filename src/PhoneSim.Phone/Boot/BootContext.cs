using System.Collections.Immutable;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Metrics;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>What one phone knows while it runs: its parts, and the facts that the activities of this boot have gathered. Belongs to the phone's loop.</summary>
public sealed class BootContext : IBootConditions
{
    /// <summary>What TVS said of servers, told with the next event: connections are judged off the loop of a fleet.</summary>
    private ImmutableQueue<TvsAsked> answers = [];

    private readonly PhoneMetrics metrics = new();

    public BootContext(PhoneOptions options)
    {
        Options = options;
        AuthString = options.AuthString;
        Trust = new(() => options.Flash.Contents, options.Tvs, options.Time) { Members = options.TvsServers, Answered = Keep };
        Enrolment = options.Enrolment?.Invoke(new SessionWatch(this));
    }

    public PhoneOptions Options { get; }

    public DeviceName Device => Options.Device;

    public FirmwareProfile Profile => Options.Profile;

    public IFlash Flash => Options.Flash;

    public FlashContents Contents => Flash.Contents;

    public DateTimeOffset Now => Options.Time.GetUtcNow();

    public TvsBackedTrust Trust { get; }

    /// <summary>Null: no CAPF client.</summary>
    public CapfEnrolment? Enrolment { get; }

    /// <summary>Where the CAPF session under way stands; null: there is none.</summary>
    public CapfPhase? SessionPhase { get; set; }

    /// <summary>The file that waits for its evaluation.</summary>
    public FetchedFile? Candidate { get; set; }

    public BootFindings Findings { get; } = new();

    public bool AsksSignedNames => Profile.Signing.Behaviour != SigningBehaviour.None;

    public bool AsksEncryptedInSameRun => Profile.Encryption.SameRun;

    public bool MustWaitForAuthString => Findings.CapfAuthMode == 1 && AuthString is null;

    public bool UsesManualKey => Profile.Encryption.Method == EncryptionMethod.Manual;

    public Formats.Secret? AuthString { get; set; }

    /// <summary>Null: a phone that is followed until it is stable and does not stay on.</summary>
    public IPhoneInbox? Inbox { get; set; }

    /// <summary>A reset from outside.</summary>
    /// <returns>What to fire; before a power-on the phone has to be powered off.</returns>
    public BootTrigger BeginReset(ResetKind kind, string why, BootState state)
    {
        Emit(new ResetStarted(Now, Device, 0, why));
        if (kind == ResetKind.Restart && BootMachine.CanRestart(state))
        {
            Findings.ResetReason = why;
            return BootTrigger.Restart;
        }

        if (kind == ResetKind.FactoryReset)
            Forget();
        Findings.BeginLife(why);
        return BootTrigger.PowerOn;
    }

    private void Forget()
    {
        FactoryReset.Run(Flash, Profile);
        Changed(FlashItem.Settings, Profile.Menu.PasswordSurvivesFactoryReset ? "everything erased but the MIC; the settings password stays" : "everything erased but the MIC");
    }

    /// <summary>The user asks for the LSC to be updated, or answers the phone that waits for the string.</summary>
    public void BeginUpdate(Formats.Secret? authString)
    {
        AuthString = authString;
        Findings.EnrolmentReason ??= EnrolmentReasons.User;
    }

    public void Emit(PhoneEvent phoneEvent)
    {
        while (ImmutableInterlocked.TryDequeue(ref answers, out TvsAsked? earlier))
            Tell(earlier);
        Tell(phoneEvent);
    }

    private void Tell(PhoneEvent phoneEvent)
    {
        metrics.OnEvent(phoneEvent);
        Options.Observer?.OnEvent(phoneEvent);
    }

    /// <summary>Tells a verdict; whoever holds the boot may look at it before the phone acts on it.</summary>
    public ValueTask JudgeAsync(PhoneEvent verdict, CancellationToken cancellation)
    {
        Emit(verdict);
        return Options.Gate?.JudgedAsync(verdict, cancellation) ?? ValueTask.CompletedTask;
    }

    private void Keep(string about, TvsVerdict verdict) => ImmutableInterlocked.Enqueue(ref answers, new TvsAsked(Now, Device, about, verdict));

    public void Decide(string what, string why) => Emit(new DecisionMade(Now, Device, what, why));

    /// <summary>Adds a status message: the profile's text of that id.</summary>
    public void Status(string textId, string file = "", string reason = "")
    {
        SourcedText text = Profile.Texts[textId];
        string line = text.Text.Replace("{file}", file, StringComparison.Ordinal).Replace("{reason}", reason, StringComparison.Ordinal);
        Findings.AddStatus(line);
        Flash.SetStatusMessages([.. Contents.StatusMessages.Skip(Contents.StatusMessages.Count + 1 - StatusLog.Kept), new(Now, line)]);
        Emit(new StatusShown(Now, Device, line, text.Source));
    }

    public void Changed(FlashItem item, string what) => Emit(new FlashChanged(Now, Device, item, what));
}
