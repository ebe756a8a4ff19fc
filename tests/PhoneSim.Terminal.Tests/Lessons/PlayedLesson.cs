using PhoneSim.Cli.Commands.Lessons;
using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests.Lessons;

/// <summary>A lesson on the screen, against the lab of its own, as <c>phonesim lesson run</c> gives it.</summary>
internal sealed class PlayedLesson : IAsyncDisposable
{
    private static readonly BootState[] Resting = [BootState.Ready, BootState.Stopped, BootState.AwaitingAuthString];

    private readonly SwitchedPhone phone;
    private readonly RunningScreen screen;

    private PlayedLesson(SwitchedPhone phone) => (this.phone, screen) = (phone, new(phone, 100, 30));

    /// <summary>The phone has started and is at rest.</summary>
    public static async Task<PlayedLesson> StartAsync(string name, CancellationToken cancellation)
    {
        ProfileStore profiles = new();
        LessonStore lessons = new();
        PhoneSetup setup = LessonOptionSet.Setup(lessons.Find(name)!, profiles, null);
        PlayedLesson played = new(await SwitchedPhone.StartAsync(setup, profiles, lessons, cancellation));
        await played.RestAsync(0);
        return played;
    }

    /// <summary>What a person does: <c>Settings</c>, <c>row:LABEL</c> (goes down to it and opens it), <c>soft:LABEL</c> (clicks it), <c>reset</c>, <c>step:N</c> (waits until it is to be done); anything else is typed.</summary>
    public async Task DoAsync(string action)
    {
        switch (action.Split(':'))
        {
            case ["Settings"]:
                screen.Keys(PcKey.F2);
                await UntilAsync(text => Chosen(text).Length > 0, action);
                break;
            case ["row", var label]:
                await OpenAsync(label);
                break;
            case ["soft", var label]:
                await ClickSoftkeyAsync(label);
                break;
            case ["step", var number]:
                await UntilAsync(text => text.Contains($"Step {number} of", StringComparison.Ordinal), action);
                await RestAsync(0);
                break;
            case ["reset"]:
                int before = Rests;
                screen.Keys(PcKey.R.WithCtrl);
                await RestAsync(before);
                break;
            default:
                screen.Type(action);
                break;
        }
    }

    public Task<string> UntilAsync(Func<string, bool> holds, string what) => screen.UntilAsync(holds, what);

    public async ValueTask DisposeAsync()
    {
        screen.Dispose();
        await phone.DisposeAsync();
    }

    /// <summary>The line of softkeys is the last one of the display.</summary>
    private async Task ClickSoftkeyAsync(string label)
    {
        string shown = await UntilAsync(text => Softkeys(text).Line.Contains(label, StringComparison.Ordinal), label);
        (string line, int y) = Softkeys(shown);
        screen.Click(line.IndexOf(label, StringComparison.Ordinal) + 1, y);
        await UntilAsync(text => text != shown, $"what {label} does");
    }

    private static (string Line, int Y) Softkeys(string shown)
    {
        string[] lines = shown.Split('\n');
        int y = Array.FindIndex(lines, line => line.StartsWith('└')) - 1;
        return (lines[y].Split('│')[1].Insert(0, " "), y);
    }

    private async Task OpenAsync(string label)
    {
        string shown = await UntilAsync(text => Chosen(text).Length > 0, "a list");
        while (!Chosen(shown).Contains(label, StringComparison.Ordinal))
        {
            string before = Chosen(shown);
            screen.Keys(PcKey.CursorDown);
            shown = await UntilAsync(text => Chosen(text) != before, $"a row below {before}");
        }

        screen.Keys(PcKey.Enter);
        await UntilAsync(text => Chosen(text) != Chosen(shown), label);
    }

    /// <summary>How often the phone came to rest.</summary>
    private int Rests => phone.Snapshot().Log.Count(line => Resting.Any(state => line.Text.Contains($"-> {state} ", StringComparison.Ordinal)));

    /// <param name="before">As often as it had come to rest before.</param>
    private async Task RestAsync(int before) => await UntilAsync(_ => Rests > before && Resting.Contains(phone.Snapshot().State), "rest");

    /// <summary>The highlighted row; beside it the lesson's own words do not count.</summary>
    private static string Chosen(string shown) => shown.Split('\n').FirstOrDefault(line => line.Contains("│>", StringComparison.Ordinal), "││").Split('│')[1];
}
