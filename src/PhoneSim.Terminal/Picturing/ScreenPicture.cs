using System.Text;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Picturing;

/// <summary>The screen as a file.</summary>
public static class ScreenPicture
{
    /// <summary>Endings of files that a screen can be written to.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["svg", "txt"];

    /// <param name="ending">One of <see cref="Endings"/>.</param>
    public static byte[] Of(ScreenView view, string ending)
    {
        Canvas canvas = view.Paint().Canvas;
        return Encoding.UTF8.GetBytes(ending == "svg" ? SvgPicture.Of(canvas, view.State.Palette, $"PhoneSim: {view.Phone.Device}, {view.Phone.Profile.Title}") : canvas.ToString());
    }
}
