using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>A phone without display: what its voice menu has said, the last lines of it.</summary>
internal static class TranscriptPainter
{
    private const int Lines = 10;

    public static void Paint(FaceDrawing face, PhoneSnapshot phone)
    {
        int width = face.Canvas.Width;
        face.Canvas.Frame(0, face.Row, width, Lines + 2, Ink.Quiet);
        face.Canvas.Put(2, face.Row, $" {phone.Profile.Model}: no display, a voice menu ", Ink.Heading);
        string[] said = [.. phone.Screen.Rows.Select(row => row.Label).Append(phone.Screen.Status).Where(line => line.Length > 0).SelectMany(line => TextWrap.Lines(line, width - 4, "  "))];
        foreach ((int index, string line) in said.TakeLast(Lines).Index())
            face.Canvas.Put(2, face.Row + 1 + index, line);
        face.Row += Lines + 2;
    }
}
