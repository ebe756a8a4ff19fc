using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>A phone that is nothing but its menus, over a flash in memory.</summary>
internal sealed class MenuPhone : IMenuHost, IKeyTarget
{
    private static readonly ProfileStore Profiles = new();

    private readonly MemoryFlash flash;
    private readonly MenuEngine engine;
    private readonly InstantTime pressing;

    public MenuPhone(string profile, FlashContents? contents = null)
        : this(Profiles.Find(profile)!, contents)
    {
    }

    public MenuPhone(FirmwareProfile profile, FlashContents? contents = null)
    {
        (Profile, flash) = (profile, new(contents ?? FlashContents.Empty));
        pressing = new(Time);
        engine = new(profile, pressing, this, Lessons);
    }

    public FirmwareProfile Profile { get; }

    public LessonDesk Lessons { get; } = new();

    public FakeTimeProvider Time { get; } = new(new(2026, 3, 5, 10, 42, 0, TimeSpan.Zero));

    public List<(ResetKind Kind, string Why)> Resets { get; } = [];

    public List<(string? Server1, string? Server2)> SavedServers { get; } = [];

    public List<string> AuthStrings { get; } = [];

    public bool AwaitsAuthString { get; init; } = true;

    public int Erased { get; private set; }

    public FlashContents Contents => flash.Contents;

    public ScreenSnapshot Screen => engine.Snapshot();

    public KeypadTable? Keypad => engine.Keypad;

    public KeypadTable? OtherKeypad => engine.OtherKeypad;

    public DateTimeOffset Now => pressing.GetUtcNow();

    public string Text => ScreenText.Render(Screen, Profile.Screen);

    public PressResult Press(PhoneKey key) => engine.Press(key);

    /// <summary>Presses symbol after symbol on the keypad without any pause.</summary>
    public PressResult Digits(string symbols) => symbols.Aggregate(PressResult.Done, (_, symbol) => Press(new PhoneKey.Digit(symbol)));

    public PressResult Type(string text) => text.Aggregate(PressResult.Done, (_, character) => Press(new PhoneKey.Typed(character)));

    public PressResult Navigate(NavigationKey key) => Press(new PhoneKey.Navigation(key));

    public PressResult Soft(string label) => Press(new PhoneKey.Softkey(Screen.Softkeys.ToList().IndexOf(label)));

    public void Pause(TimeSpan duration)
    {
        pressing.Advance(duration);
        engine.Tick();
    }

    public void Pause() => Pause(Profile.Menu.MultiTapPause);

    /// <summary>Words of the key language; null: all were taken.</summary>
    public async Task<string?> TryKeys(params string[] words)
    {
        IReadOnlyList<KeyStep> steps = KeyParser.Parse(words, out IReadOnlyList<string> errors);
        Assert.Empty(errors);
        return await new KeyPresser(this, Profile, pressing).RunAsync(steps, TestContext.Current.CancellationToken);
    }

    public async Task Keys(params string[] words) => Assert.Null(await TryKeys(words));

    public void ShowsScreen(string name, [System.Runtime.CompilerServices.CallerFilePath] string test = "") => Assert.Null(Golden.Difference(name, Text, test));

    public void StoreSymmetricKey(SymmetricKey? key) => flash.SetSymmetricKey(key);

    public void SetUnlocked(bool unlocked) => flash.SetSettings(Contents.Settings with { Unlocked = unlocked });

    public void EraseTrustLists(bool ctl, bool itl)
    {
        if (ctl)
            flash.SetCtl(null);
        if (itl)
            flash.SetItl(null);
        Erased++;
    }

    public bool IsOff { get; private set; }

    public void CutPower() => IsOff = true;

    public void ForgetEverything(bool keepsNetwork) => FactoryReset.Run(flash, Profile, keepsNetwork);

    public void ClearStatusMessages() => flash.SetStatusMessages([]);

    public void SetAlternateTftp(string? server1, string? server2)
    {
        SavedServers.Add((server1, server2));
        flash.SetSettings(Contents.Settings with { AlternateTftp1 = EndPoint(server1), AlternateTftp2 = EndPoint(server2) });
    }

    public bool LscNeedsAuthString { get; init; } = true;

    public bool IsUpdatingLsc { get; set; }

    public bool UpdateLsc(Secret? authString)
    {
        AuthStrings.Add(authString?.Reveal() ?? "");
        return AwaitsAuthString;
    }

    public void StopLsc() => IsUpdatingLsc = false;

    public void RequestReset(ResetKind kind, string why) => Resets.Add((kind, why));

    public string Fact(string id) => PhoneFacts.Of(id, DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException(), Profile, Contents)
        ?? (id switch { "phone-state" => "Registering", "tftp-server-1" => "10.0.0.1", _ => "" });

    public Task SettleAsync(CancellationToken cancellation)
    {
        engine.Tick();
        return Task.CompletedTask;
    }

    public Task ResetAsync(CancellationToken cancellation)
    {
        Resets.Add((ResetKind.Reset, "reset"));
        engine.ShowIdle();
        return Task.CompletedTask;
    }

    private static ServerEndPoint? EndPoint(string? host) => host is null ? null : new(host, 69);
}
