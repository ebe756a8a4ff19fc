using Microsoft.Extensions.Time.Testing;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Terminal.Tests;

/// <summary>A phone with real menus whose boot is told rather than done, on a clock that stands still.</summary>
internal sealed class HandConsole : IPhoneConsole
{
    private static readonly ProfileStore Profiles = new();
    public static readonly DeviceName Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException();

    private readonly FakeTimeProvider time = new(new(2026, 3, 5, 10, 42, 0, TimeSpan.Zero));
    private readonly ConsoleLog log = new();
    private readonly KeyedPhone phone;

    public HandConsole(string profile)
    {
        Profile = Profiles.Find(profile)!;
        phone = new(new() { Device = Device, Profile = Profile, Flash = Flash, Transports = [], Servers = [], Time = time, Mic = TestSupport.SharedKeys.Mic }, time);
    }

    public FirmwareProfile Profile { get; }

    public MemoryFlash Flash { get; } = new(FlashContents.Empty);

    public StepDesk Steps { get; } = new();

    /// <summary>Gives a built-in lesson; nobody is at the server.</summary>
    public HandConsole Learning(string lesson)
    {
        phone.Lessons.Begin(new(new LessonStore().Find(lesson)!, Profile, time, _ => { }));
        return this;
    }

    public List<ResetKind> Resets { get; } = [];

    public PhoneSnapshot Snapshot() => log.AddTo(new()
    {
        Device = Device, Profile = Profile, Screen = phone.Screen, State = BootState.Ready, Flash = FlashSummary.Of(Flash.Contents), Server = "TFTP 192.0.2.10:69", Steps = Steps.View, Lesson = phone.Lessons.View,
    });

    public void Press(PhoneKey key) => phone.Press(key);

    public void Reset(ResetKind kind) => Resets.Add(kind);

    /// <summary>The end of a boot, as the log and the file list see it.</summary>
    public HandConsole Booted()
    {
        Tell(new StateEntered(Now, Device, BootState.PoweredOff, BootTrigger.PowerOn, BootState.FetchingCtl));
        Ask("CTLSEP001122334455.tlv", FetchAnswer.NotFound, 0);
        Tell(new StateEntered(Now, Device, BootState.FetchingCtl, BootTrigger.NotFound, BootState.FetchingItl));
        Ask("ITLSEP001122334455.tlv", FetchAnswer.Ok, 6022);
        Tell(new StateEntered(Now, Device, BootState.FetchingItl, BootTrigger.Delivered, BootState.RequestingEncrypted));
        Ask("SEP001122334455.cnf.xml.enc.sgn", FetchAnswer.Timeout, 0);
        Tell(new DecisionMade(Now, Device, "goes on with the last good configuration (SEP001122334455.cnf.xml.sgn) from flash", "nothing usable came (boot.md 5, observed)"));
        return this;
    }

    public DateTimeOffset Now => time.GetUtcNow();

    private void Ask(string file, FetchAnswer answer, int bytes)
    {
        ServerEndPoint server = new("192.0.2.10", 69);
        Tell(new FileRequested(Now, Device, file, TransportKind.Tftp, server));
        Tell(new FileAnswered(Now, Device, file, TransportKind.Tftp, server, new(answer, new byte[bytes], TimeSpan.FromMilliseconds(3))));
    }

    public void Tell(PhoneEvent phoneEvent) => log.OnEvent(phoneEvent);
}
