using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Copying;
using PhoneSim.Terminal.Drawing;
using Terminal.Gui.App;
using Terminal.Gui.Drivers;

namespace PhoneSim.Terminal;

/// <summary>The phone on a terminal.</summary>
public static class PhoneScreen
{
    private const int DrawingsPerSecond = 50;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(50);

    /// <summary>Whether there is a terminal that a screen can be drawn on.</summary>
    public static bool IsPossible =>
        Driver.IsAttachedToTerminal(out _, out _) && Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");

    /// <summary>The environment asks for no colours (<c>NO_COLOR</c>).</summary>
    public static bool IsColourless => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    /// <summary>Draws until the user quits or a signal comes; leaves the terminal as it was, whatever happens.</summary>
    /// <returns>The colours that the user left.</returns>
    public static Palette Run(IPhoneConsole console, ScreenOptions options)
    {
        Application.MaximumIterationsPerSecond = DrawingsPerSecond;
        IApplication app = Application.Create();
        using TerminalGuard guard = new(app);
        app.Init();
        using PhoneWindow window = new(console, options with { Copy = options.Copy ?? (text => TerminalClipboard.Set(app, text) ? "" : " by the terminal (OSC 52)") });
        app.AddTimeout(Tick, () =>
        {
            window.Pump();
            return true;
        });
        app.Run(window);
        return window.State.Palette;
    }
}
