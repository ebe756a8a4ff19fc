using System.Text;
using Terminal.Gui.App;

namespace PhoneSim.Terminal.Copying;

/// <summary>The desktop's clipboard where a program for it is found, and the terminal's own by OSC 52, which works over SSH too.</summary>
internal static class TerminalClipboard
{
    /// <returns>Whether a program for the desktop's clipboard took it; no terminal says whether it did.</returns>
    public static bool Set(IApplication app, string text)
    {
        app.Driver?.WriteRaw($"\e]52;c;{Convert.ToBase64String(Encoding.UTF8.GetBytes(text))}\a");
        return app.Clipboard?.TrySetClipboardData(text) == true;
    }
}
