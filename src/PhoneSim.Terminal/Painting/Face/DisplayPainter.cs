using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>The display with its softkeys, below it or beside it.</summary>
internal sealed class DisplayPainter
{
    private readonly FaceDrawing face;
    private readonly FaceLayout layout;
    private readonly ScreenProfile screen;
    private readonly ScreenSnapshot shown;

    private DisplayPainter(FaceDrawing face, PhoneSnapshot phone, FaceLayout layout) => (this.face, this.layout, screen, shown) = (face, layout, phone.Profile.Screen, phone.Screen);

    private int Left => layout.DisplayLeft + 1;

    public static void Paint(FaceDrawing face, PhoneSnapshot phone, FaceLayout layout)
    {
        DisplayPainter painter = new(face, phone, layout);
        painter.PaintFrame();
        painter.PaintText();
        if (layout.HasSideSoftkeys)
            painter.PaintSoftkeysBeside();
        face.Row += layout.InnerLines + 2;
        if (!layout.HasSideSoftkeys)
            painter.PaintSoftkeysBelow();
    }

    private void PaintFrame()
    {
        face.Canvas.Frame(layout.DisplayLeft, face.Row, screen.Columns + 2, layout.InnerLines + 2, Ink.Quiet);
        face.Canvas.Fill(Left, face.Row + 1, screen.Columns, layout.InnerLines, Ink.Lcd);
    }

    private void PaintText()
    {
        ScreenLines lines = ScreenLines.Of(shown, screen with { Columns = screen.Columns - layout.SideLabels });
        int top = face.Row + 1;
        face.Canvas.Fill(Left, top, screen.Columns, 1, Ink.LcdTitle);
        face.Canvas.Put(Left, top, lines.Title, Ink.LcdTitle);
        for (int i = 0; i < lines.Body.Count; i++)
            face.Canvas.Put(Left, top + 1 + i, lines.Body[i], i == lines.Selected ? Ink.LcdSelected : i == lines.StatusLine ? Ink.LcdStatus : Ink.Lcd);
        if (!layout.HasSideSoftkeys)
            face.Canvas.Put(Left, top + 1 + screen.Rows, lines.Softkeys, Ink.LcdTitle);
    }

    /// <summary>The label on the display and the key below it can both be clicked.</summary>
    private void PaintSoftkeysBelow()
    {
        for (int i = 0; i < screen.SoftkeyCount; i++)
        {
            (int start, int width) = ScreenLines.SoftkeyPlace(i, screen);
            string cap = $"[ {Keyboard.SoftkeyLetters[i]} ]";
            face.Place(Left + start, face.Row - 2, width, Press(i));
            face.Key(Left + start + Math.Max(0, (width - cap.Length) / 2), face.Row, cap, Press(i));
        }

        face.Row += screen.SoftkeyCount > 0 ? 1 : 0;
    }

    private void PaintSoftkeysBeside()
    {
        int x = Left + screen.Columns - layout.SideLabels;
        for (int i = 0; i < screen.SoftkeyCount; i++)
        {
            int y = face.Row + 1 + layout.SideSoftkeyLine(i);
            string label = shown.Softkeys.ElementAtOrDefault(i) ?? "";
            face.Canvas.Put(x, y, $" {(label.Length > layout.SideLabels - 2 ? label[..(layout.SideLabels - 2)] : label)} ".PadLeft(layout.SideLabels), Ink.LcdTitle);
            face.Place(x, y, layout.SideLabels, Press(i));
            face.Key(layout.DisplayRight, y, $"[{Keyboard.SoftkeyLetters[i]}]", Press(i));
        }
    }

    private static ScreenCommand.Press Press(int softkey) => new(new PhoneKey.Softkey(softkey));
}
