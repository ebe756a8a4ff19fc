using System.Security.Cryptography;
using PhoneSim.Formats.Capf;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Network.Capf;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>A phone with its keys before the lab: what a trainer does with the screen, and <c>press</c> without one.</summary>
public sealed class LivePhoneTests
{
    private readonly InstantTime keyTime = new(TimeProvider.System);

    public static TheoryData<string> ManualKeyProfiles
    {
        get
        {
            ProfileStore store = new();
            return [.. store.Names.Where(name => store.Find(name)!.Encryption.Method == EncryptionMethod.Manual)];
        }
    }

    /// <summary>Steps 1 to 7 of "Enter Phone Symmetric Key", by keys only, each as that phone has it.</summary>
    [Theory]
    [MemberData(nameof(ManualKeyProfiles))]
    public async Task SeedProcedure_KeyTypedAcceptedReset_DecryptsTheEncryptedFile(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'E'));
        string digits = new('E', bench.Profile.Encryption.KeyBits / 4);
        KeyedPhone phone = new(bench.FilesOnly, keyTime);
        Assert.Null(await PressAsync(bench, phone, "reset", "settings", "row:Unlock Phone", "text:cisco", "soft:Accept"));
        Assert.Null(await PressAsync(bench, phone, "row:Security Configuration", "row:Set Cfg Encrypt Key", "hex:" + digits, "soft:Accept"));
        Assert.Equal(SymmetricKey.FromHex(digits, bench.Profile.Encryption.KeyBits), bench.Flash.Contents.SymmetricKey);
        Assert.Null(await PressAsync(bench, phone, "reset"));
        Assert.Equal((BootOutcome.Configured, "SEP001122334455.cnf.xml.enc.sgn"), (phone.Report!.Outcome, phone.Report.Findings.Configuration!.File));
    }

    [Fact]
    public async Task PoundHeldAtPowerOn_TheSequenceForgetsTheKey_AndThePhoneStarts()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        bench.TypeKey('5');
        await using RunningPhone phone = new(bench.FilesOnly);
        await phone.UntilAsync(s => s.State is BootState.Ready or BootState.Stopped);
        phone.Console.Press(new PhoneKey.PowerOn('#'));
        await phone.UntilAsync(s => s.State == BootState.PoweredOff && s.Screen.Lamps.Any(lamp => lamp.Name == "lines"));
        phone.Press("123456789*0#");
        await phone.UntilAsync(s => !s.Flash.HasKey);
        PhoneSnapshot ready = await phone.UntilAsync(s => s.State == BootState.Ready);
        Assert.Empty(ready.Screen.Lamps);
    }

    [Fact]
    public async Task PoundHeldAtPowerOn_WrongDigit_ThePhoneStartsAsAlways()
    {
        await using LabPhoneBench bench = new("7962");
        await using RunningPhone phone = new(bench.FilesOnly);
        await phone.UntilAsync(s => s.State == BootState.Ready);
        phone.Console.Press(new PhoneKey.PowerOn('#'));
        await phone.UntilAsync(s => s.State == BootState.PoweredOff);
        phone.Press("13");
        PhoneSnapshot ready = await phone.UntilAsync(s => s.State == BootState.Ready);
        Assert.True(ready.Flash.HasItl);
    }

    [Fact]
    public async Task NetworkStatistics_ShowWhatThePhoneCounted()
    {
        await using LabPhoneBench bench = new("7962");
        KeyedPhone phone = new(bench.FilesOnly, keyTime);
        Assert.Null(await PressAsync(bench, phone, "reset", "settings", "row:Status", "row:Network Statistics"));
        IReadOnlyList<FileRequest> asked = phone.Report!.Findings.Requests;
        FileRequest[] came = [.. asked.Where(request => request.Result.Answer == FetchAnswer.Ok)];
        Assert.NotEmpty(came);
        Assert.Equal([$"{asked.Count}", $"{came.Length}", $"{came.Sum(request => request.Result.Content.Length)}"], phone.Screen.Rows.TakeLast(3).Select(row => row.Value));
    }

    [Fact]
    public async Task TrustList_ShowsTheServersThatTheLabsListNames()
    {
        await using LabPhoneBench bench = new("8845");
        KeyedPhone phone = new(bench.FilesOnly, keyTime);
        Assert.Null(await PressAsync(bench, phone, "reset", "applications", "row:Admin settings", "text:24680", "soft:Sign-In", "row:Security setup", "row:Trust list", "row:ITL File"));
        Assert.Equal(["ITL Signature", "Unified CM/TFTP Server"], phone.Screen.Rows.Take(2).Select(row => row.Label));
        Assert.Contains(phone.Screen.Rows, row => row is { Label: "TVS", Value.Length: > 0 });
    }

    [Fact]
    public async Task Screen_AfterPowerOn_BecomesReadyAndShowsTheLine()
    {
        await using LabPhoneBench bench = new("7962");
        await using RunningPhone phone = new(bench.FilesOnly);
        PhoneSnapshot ready = await phone.UntilAsync(s => s.State == BootState.Ready);
        Assert.Equal(("SEP001122334455", bench.Database.Find("SEP001122334455")!.Line), (ready.Screen.Rows[0].Label, ready.Screen.Rows[0].Value));
        Assert.Equal("ok", ready.Files[^1].Answer);
    }

    [Fact]
    public async Task Reset_WhileReady_BootsAnewAndShowsTheIdleScreen()
    {
        await using LabPhoneBench bench = new("7962");
        await using RunningPhone phone = new(bench.FilesOnly);
        await phone.UntilAsync(s => s.State == BootState.Ready);
        bench.Change(p => p with { Line = "29999" });
        phone.Console.Press(new PhoneKey.Hard("settings"));
        await phone.UntilAsync(s => s.Screen.Title == "Settings");
        phone.Console.Reset(ResetKind.Reset);
        PhoneSnapshot again = await phone.UntilAsync(s => s.State == BootState.Ready && s.Screen.Title != "Settings" && s.Screen.Rows[0].Value == "29999");
        Assert.Equal(1, again.Resets);
    }

    [Fact]
    public async Task AuthString_TypedOnTheScreen_EndsWithAnLsc()
    {
        await using LabPhoneBench bench = Scheduled();
        await using RunningPhone phone = new(bench.Whole);
        await phone.UntilAsync(s => s.State == BootState.AwaitingAuthString);
        await OpenLscAsync(phone);
        Assert.Equal("Authentication String:", (await phone.UntilAsync(s => s.Screen.Entry is not null)).Screen.Entry!.Prompt);
        phone.Press("482913");
        await phone.SoftAsync("Submit");
        PhoneSnapshot done = await phone.UntilAsync(s => s.State == BootState.Ready && s.Flash.Lsc is not null);
        Assert.Equal("SEP001122334455.cnf.xml.enc.sgn", done.Flash.Configuration);
    }

    [Fact]
    public async Task WrongAuthString_TheRowSaysFailure_AndTheStringCanBeTypedAgain()
    {
        await using LabPhoneBench bench = Scheduled();
        await using RunningPhone phone = new(bench.Whole);
        await phone.UntilAsync(s => s.State == BootState.AwaitingAuthString);
        await OpenLscAsync(phone);
        phone.Press("000000");
        await phone.SoftAsync("Submit");
        await phone.UntilAsync(s => s.State == BootState.Stopped && s.Screen.Rows.Any(r => r is { Label: "LSC", Value: "Failure" }));
        await phone.SoftAsync("Update");
        phone.Press("482913");
        await phone.SoftAsync("Submit");
        await phone.UntilAsync(s => s.State == BootState.Ready && s.Flash.Lsc is not null);
    }

    [Fact]
    public async Task Stop_WhileTheServerKeepsThePhoneWaiting_BreaksTheSessionOff()
    {
        await using LabPhoneBench bench = new("7962") { Misbehaviour = new() { Delay = TimeSpan.FromMinutes(5) } };
        bench.Change(p => p with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.AuthString, AuthString = new("482913") });
        await using RunningPhone phone = new(bench.Whole);
        await phone.UntilAsync(s => s.State == BootState.AwaitingAuthString);
        await OpenLscAsync(phone);
        phone.Press("482913");
        await phone.SoftAsync("Submit");
        await phone.UntilAsync(s => s.State == BootState.Enrolling && s.Screen.Softkeys.Contains("Stop"));
        await phone.SoftAsync("Stop");
        PhoneSnapshot stopped = await phone.UntilAsync(s => s.State == BootState.Stopped);
        Assert.Contains(stopped.Log, line => line.Text.Contains("the user pressed Stop", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Screen_WhileAKeyIsBeingMade_TakesKeys()
    {
        await using LabPhoneBench bench = Scheduled();
        CapfEnrolment Enrol(ICapfObserver watch) => new(new CapfConnector(new(new(), TimeProvider.System), TimeProvider.System), new(new NoKeys(), bench.Capf, TimeProvider.System, watch));
        await using RunningPhone phone = new(bench.Whole with { Enrolment = Enrol, AuthString = new("482913") });
        phone.Console.Press(new PhoneKey.Hard("settings"));
        await phone.SelectAsync("Security Configuration");
        await phone.UntilAsync(s => s.Screen.Rows.Any(r => r is { Label: "LSC", Value: "Generating keys..." }));
        await phone.SelectAsync("Trust List");
        PhoneSnapshot open = await phone.UntilAsync(s => s.Screen.Title == "Trust List");
        Assert.Equal(BootState.Enrolling, open.State);
    }

    private sealed class NoKeys : IKeyGenerator
    {
        public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation) => new TaskCompletionSource<AsymmetricAlgorithm>().Task.WaitAsync(cancellation);
    }

    private static LabPhoneBench Scheduled()
    {
        LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.AuthString, AuthString = new("482913"), CapfKeyBits = 1024 });
        return bench;
    }

    private static async Task OpenLscAsync(RunningPhone phone)
    {
        phone.Console.Press(new PhoneKey.Hard("settings"));
        await phone.SelectAsync("Security Configuration");
        phone.Press("**#");
        await phone.SelectAsync("LSC");
    }

    private Task<string?> PressAsync(LabPhoneBench bench, KeyedPhone phone, params string[] words) =>
        new KeyPresser(phone, bench.Profile, keyTime).RunAsync(KeyParser.Parse(words, out _), TestContext.Current.CancellationToken);
}
