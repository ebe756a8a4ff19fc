using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Tests.Menu;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Lessons;

/// <summary>Mistakes that no built-in lab lets a person make in time, or at all.</summary>
public sealed class MistakeTests
{
    private static readonly DeviceName Device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException();

    [Fact]
    public async Task Continue_OnAn8821_IsCountedAndHelped()
    {
        MenuPhone phone = Learning(new("8821", TrustedFlash.NamingAServer));
        await phone.Keys("left", "left", "row:Admin settings", "row:Network setup", "row:Alternate TFTP", "soft:Yes", "row:TFTP Server 1", "text:192.0.2.77", "soft:Save", "soft:Continue");
        Assert.Equal(["continue-keeps-lists"], phone.Lessons.View!.Mistakes.Keys);
        Assert.Contains("Reset settings, Security settings", phone.Lessons.View.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerCut_DuringAReset_IsCountedAndHelped()
    {
        MenuPhone phone = await PowerCutAsync(BootState.Resetting, BootTrigger.Reset, BootState.FetchingCtl);
        Assert.Equal(["power-cut-in-reset"], phone.Lessons.View!.Mistakes.Keys);
        Assert.Contains("while the phone was resetting", phone.Lessons.View.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PowerCut_AtRest_IsNoMistake()
    {
        MenuPhone phone = await PowerCutAsync(BootState.Registering, BootTrigger.Registered, BootState.Ready);
        Assert.Empty(phone.Lessons.View!.Mistakes);
    }

    /// <summary>The power goes when a reset has come to that step.</summary>
    private static async Task<MenuPhone> PowerCutAsync(BootState from, BootTrigger trigger, BootState to)
    {
        MenuPhone phone = Learning(new("7962"));
        phone.Lessons.OnEvent(new ResetStarted(phone.Now, Device, 1, "the reset button"));
        phone.Lessons.OnEvent(new StateEntered(phone.Now, Device, from, trigger, to));
        await phone.Keys("poweron:#");
        return phone;
    }

    /// <summary>A lesson whose only step is never done.</summary>
    private static MenuPhone Learning(MenuPhone phone)
    {
        LessonStore store = new();
        Lesson lesson = store.Find("erase-trust-list")!.Lesson with { Steps = [new() { Text = "Never", On = new Dictionary<string, string> { ["screen"] = "nowhere" } }] };
        phone.Lessons.Begin(new(store.Find("erase-trust-list")! with { Lesson = lesson }, phone.Profile, phone.Time, _ => { }));
        return phone;
    }
}
