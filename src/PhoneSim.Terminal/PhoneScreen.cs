using System.Runtime.InteropServices;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace PhoneSim.Terminal;

/// <summary>The phone on a terminal.</summary>
public static class PhoneScreen
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether there is a terminal that a screen can be drawn on.</summary>
    public static bool IsPossible =>
        Driver.IsAttachedToTerminal(out _, out _) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>The colours that the environment asks for: none with <c>NO_COLOR</c>.</summary>
    public static Palette PreferredPalette => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) ? Palette.Standard : Palette.NoColour;

    /// <summary>Draws until the user quits or a signal comes; leaves the terminal as it was.</summary>
    public static void Run(IPhoneConsole console, ScreenOptions options)
    {
        Application.MaximumIterationsPerSecond = 50;
        using IApplication app = Application.Create();
        app.Init();
        using PhoneWindow window = new(console, options with { Copy = options.Copy ?? (text => TerminalClipboard.Set(app, text)) });
        List<PosixSignalRegistration> signals = [.. new[] { PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGQUIT }.Select(signal => PosixSignalRegistration.Create(signal, context =>
        {
            context.Cancel = true;
            app.Invoke(() => app.RequestStop());
        }))];
        app.AddTimeout(Tick, () =>
        {
            window.Pump();
            return true;
        });
        app.Run(window);
        signals.ForEach(signal => signal.Dispose());
        // tmux hands lines of a screen that grew meanwhile to the shell's screen: an empty one has none.
        app.Driver?.WriteRaw("\e[0m\e[2J");
    }
}
