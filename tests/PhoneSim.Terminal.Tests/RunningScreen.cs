using System.Diagnostics;
using System.Drawing;
using System.Runtime.CompilerServices;
using System.Text;
using PhoneSim.Phone.Viewing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;
using Terminal.Gui.Input;
using Terminal.Gui.Testing;
using Terminal.Gui.Time;

namespace PhoneSim.Terminal.Tests;

/// <summary>The window in a real Terminal.Gui application that has no terminal.</summary>
internal sealed class RunningScreen : IDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    private readonly IApplication app = Application.Create(new VirtualTimeProvider());
    private readonly SessionToken session;

    public RunningScreen(IPhoneConsole console, int width = 80, int height = 24, ScreenOptions? options = null)
    {
        app.Init(DriverRegistry.Names.ANSI);
        app.Driver!.SetScreenSize(width, height);
        Window = new(console, options ?? new());
        session = app.Begin(Window)!;
        SynchronizationContext.SetSynchronizationContext(null);
        Draw();
    }

    public PhoneWindow Window { get; }

    public string Text
    {
        get
        {
            StringBuilder text = new();
            for (int y = 0; y < app.Driver!.Rows; y++)
                text.Append(string.Concat(Enumerable.Range(0, app.Driver.Cols).Select(x => app.Driver.Contents![y, x].Grapheme)).TrimEnd()).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>What the last drawing sent to the terminal.</summary>
    public string LastOutput => app.Driver!.GetOutput().GetLastOutput();

    [ModuleInitializer]
    internal static void KeepOffTheTerminal() => Environment.SetEnvironmentVariable("DisableRealDriverIO", "1");

    public void Keys(params Key[] keys)
    {
        foreach (Key key in keys)
            app.InjectKey(key);
        Draw();
    }

    public void Type(string text) => Keys([.. text.Select(character => new Key(character))]);

    public void Click(int x, int y)
    {
        app.InjectSequence(InputInjectionExtensions.LeftButtonClick(new Point(x, y)));
        Draw();
    }

    /// <summary>Clicks the first place where that text stands.</summary>
    public void Click(string text)
    {
        string[] lines = Text.Split('\n');
        int y = Array.FindIndex(lines, line => line.Contains(text, StringComparison.Ordinal));
        Click(lines[y].IndexOf(text, StringComparison.Ordinal) + 1, y);
    }

    public void WheelUp(int x, int y)
    {
        app.InjectMouse(new Mouse { Flags = MouseFlags.WheeledUp, ScreenPosition = new Point(x, y) });
        Draw();
    }

    /// <summary>Walks to the field of <c>Set Cfg Encrypt Key</c>, on a phone of the 7942/7962 kind.</summary>
    public void OpenKeyEntry()
    {
        Keys(Key.F2);
        Type("6cisco");
        Keys(Key.Enter);
        Type("75");
        Assert.Contains("Enter key (hex):", Text, StringComparison.Ordinal);
    }

    public void Redraw() => Draw();

    /// <summary>Draws until the text is as it should be.</summary>
    /// <param name="what">What is waited for, in words.</param>
    public async Task<string> UntilAsync(Func<string, bool> holds, string what)
    {
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < Deadline; await Task.Delay(Look))
        {
            Draw();
            if (holds(Text))
                return Text;
        }

        Assert.Fail($"{what} did not come; the screen shows\n{Text}");
        return "";
    }

    public void Resize(int width, int height)
    {
        app.Driver!.SetScreenSize(width, height);
        Draw();
    }

    public void Dispose()
    {
        app.End(session);
        Window.Dispose();
        app.Dispose();
    }

    private void Draw()
    {
        app.LayoutAndDraw();
        Window.Pump();
        app.LayoutAndDraw();
    }
}
