using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>A real boot against the built-in lab, stepped on the screen; an answer altered there alters how it ends.</summary>
public sealed class SteppedBootTests : IAsyncLifetime
{
    private const string Itl = "ITLSEP001122334455.tlv answered ok";
    private const string Signed = "SEP001122334455.cnf.xml.sgn answered ok";

    private readonly TemporaryFolder folder = new();
    private SwitchedPhone? phone;
    private RunningScreen? screen;

    public async ValueTask InitializeAsync()
    {
        SharedKeys.CopyTo(folder.PathOf("lab/pki"));
        ProfileStore profiles = new();
        PhoneSetup setup = new()
        {
            Device = HandConsole.Device, Profile = profiles.Find("7962")!, Servers = [], HttpPort = 0, HttpsPort = 0, Mic = SharedKeys.Mic,
            FlashFolder = folder.PathOf("flash"), LabFolder = folder.PathOf("lab"), Stepped = true,
        };
        phone = await SwitchedPhone.StartAsync(setup, profiles, new LessonStore(), TestContext.Current.CancellationToken);
        screen = new(phone, 120, 40);
    }

    public async ValueTask DisposeAsync()
    {
        screen!.Dispose();
        await phone!.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task NothingAltered_TheListIsTakenAndThePhoneIsReady()
    {
        await StepToAsync(Itl);
        screen!.Keys(PcKey.F5);
        string end = await EndAsync();
        Assert.Contains("Ready", end, StringComparison.Ordinal);
        Assert.DoesNotContain("trust lists none", OneSpaced(end), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByteOfTheTrustListInverted_TheListIsRefused()
    {
        await StepToAsync(Itl);
        await AnswerAsync("last byte inv");
        screen!.Keys(PcKey.F5);
        Assert.Contains("trust lists none", OneSpaced(await EndAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OwnFileNotFound_ThePhoneAsksTheDefaultOne()
    {
        await StepToAsync(Signed);
        await AnswerAsync("file not");
        Assert.Contains("RequestingSigned -> RequestingDefault (NotFound)", screen!.Text, StringComparison.Ordinal);
        await StepToAsync("XMLDefault.cnf.xml");
    }

    private async Task StepToAsync(string what)
    {
        string shown = await HeldAsync("");
        while (!shown.Contains(what, StringComparison.Ordinal))
        {
            screen!.Keys(PcKey.F10);
            shown = await HeldAsync(shown);
        }
    }

    private Task<string> HeldAsync(string before) => screen!.UntilAsync(text => text.Contains("Held:", StringComparison.Ordinal) && text != before, "the next step");

    private async Task AnswerAsync(string search)
    {
        string before = screen!.Text;
        screen.Type("a" + search);
        screen.Keys(PcKey.Enter);
        await HeldAsync(before);
    }

    /// <summary>The boot has ended and is shown with its flash.</summary>
    private Task<string> EndAsync() => screen!.UntilAsync(text => OneSpaced(text).Contains("> Ready", StringComparison.Ordinal) || OneSpaced(text).Contains("> Stopped", StringComparison.Ordinal), "the end of the boot");

    private static string OneSpaced(string text) => string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
