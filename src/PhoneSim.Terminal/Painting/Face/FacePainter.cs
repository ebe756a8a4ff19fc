using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>The phone itself, each part where its profile has it: display or voice menu, softkeys, line keys, lamps, keys.</summary>
public static class FacePainter
{
    /// <summary>Columns the phone needs.</summary>
    public static int WidthOf(FirmwareProfile profile) => new FaceLayout(profile.Screen).Width;

    /// <param name="moment">Where the rhythms of lamps are; null: they stand still.</param>
    public static Painted Paint(PhoneSnapshot phone, int height, TimeSpan? moment)
    {
        FaceLayout layout = new(phone.Profile.Screen);
        FaceDrawing face = new(layout.Width, height, new(moment));
        if (phone.Profile.Screen.Columns == 0)
        {
            TranscriptPainter.Paint(face, phone);
        }
        else
        {
            LineKeyPainter.Paint(face, phone, layout);
            DisplayPainter.Paint(face, phone, layout);
        }

        KeyPainter.Paint(face, phone, layout);
        return face.Painted;
    }
}
