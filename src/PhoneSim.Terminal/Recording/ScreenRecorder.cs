using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Picturing;

namespace PhoneSim.Terminal.Recording;

/// <summary>Records what a screen shows, picture by picture; of each only the lines that changed.</summary>
/// <param name="showsSecrets">What is typed into a secret's field is recorded too.</param>
public sealed class ScreenRecorder(CastWriter cast, bool showsSecrets)
{
    private Canvas? last;
    private Palette? palette;

    public void Record(ScreenView view)
    {
        ScreenView shown = showsSecrets ? view : view.WithoutSecrets();
        Canvas now = shown.Paint().Canvas;
        bool isAnew = last is null || palette != shown.State.Palette || view.Size != cast.Size;
        cast.Resize(view.Size);
        (string text, last, palette) = (AnsiPicture.Changes(now, isAnew ? null : last, shown.State.Palette), now, shown.State.Palette);
        if (text.Length > 0)
            cast.Output(text);
    }
}
