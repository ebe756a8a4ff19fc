using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.ScreenHost;

/// <summary>A phone that is off, with a defect: every key throws.</summary>
internal sealed class FailingPhone(bool onThread) : IPhoneConsole, IDisposable
{
    private readonly LivePhone phone = new(new()
    {
        Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(),
        Profile = new ProfileStore().Find("7962")!,
        Flash = new MemoryFlash(FlashContents.Empty),
        Transports = [],
        Servers = [],
    }, "no server");

    public StepDesk Steps => phone.Steps;

    public PhoneSnapshot Snapshot() => phone.Snapshot();

    public void Press(PhoneKey key)
    {
        if (onThread)
            new Thread(Fail).Start();
        else
            Fail();
    }

    public void Reset(ResetKind kind)
    {
    }

    public void Dispose() => phone.Dispose();

    private static void Fail() => throw new InvalidOperationException("the planted defect");
}
