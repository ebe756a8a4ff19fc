using PhoneSim.Phone.Profiles;

namespace PhoneSim.Terminal.Painting.Face;

/// <summary>Where the parts of a face are, in columns and lines, as its profile says.</summary>
internal sealed class FaceLayout(ScreenProfile screen)
{
    /// <summary>The twelve keys beside the navigation keys.</summary>
    private const int Narrowest = 40;

    private const int LineKeyWidth = 4;
    private const int SoftkeyWidth = 4;
    private const int SoftkeyLabels = 10;
    private const int Frame = 2;

    /// <summary>Lines inside the frame: title, rows, and softkeys where they are below.</summary>
    public int InnerLines => screen.Rows + (HasSideSoftkeys ? 1 : 2);

    public bool HasSideSoftkeys => screen.SoftkeyPlace == SoftkeyPlace.Right;

    public int LineKeysLeft => screen.LineKeySide switch
    {
        LineKeySide.Left => screen.LineKeys,
        LineKeySide.Both => (screen.LineKeys + 1) / 2,
        _ => 0,
    };

    public int LineKeysRight => screen.LineKeySide is LineKeySide.Right or LineKeySide.Both ? screen.LineKeys - LineKeysLeft : 0;

    /// <summary>Column of the frame.</summary>
    public int DisplayLeft => LineColumns(LineKeysLeft) * LineKeyWidth;

    /// <summary>Column after the frame.</summary>
    public int DisplayRight => DisplayLeft + screen.Columns + Frame;

    public int Width => Math.Max(Narrowest, DisplayRight + Math.Max(LineColumns(LineKeysRight) * LineKeyWidth, HasSideSoftkeys ? SoftkeyWidth : 0));

    /// <summary>Columns for the labels of softkeys beside the display; the rows have what is left.</summary>
    public int SideLabels => HasSideSoftkeys ? SoftkeyLabels : 0;

    /// <summary>Line inside the frame of a softkey beside the display: the last ones.</summary>
    public int SideSoftkeyLine(int index) => InnerLines - screen.SoftkeyCount + index;

    /// <summary>Place of a line key, counted from 0 on its side, relative to the gutter's first column and the frame's first inner line.</summary>
    public (int X, int Line) LineKey(int index) => (index / LineRows * LineKeyWidth, index % LineRows);

    /// <summary>Line keys below each other; beside them the softkeys have their lines.</summary>
    private int LineRows => HasSideSoftkeys ? InnerLines - screen.SoftkeyCount : InnerLines;

    private int LineColumns(int keys) => (keys + LineRows - 1) / LineRows;
}
