namespace PhoneSim.Terminal.Drawing;

/// <summary>What a piece of text is; a <see cref="Palette"/> gives it its colours.</summary>
public enum Ink
{
    Plain,
    Quiet,
    Heading,
    Bar,
    Key,
    Lcd,
    LcdTitle,
    LcdSelected,
    LcdStatus,
    Good,
    Warning,
    Bad,
}
