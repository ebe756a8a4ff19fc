using PhoneSim.Terminal.Drawing;
using Terminal.Gui.Drawing;

namespace PhoneSim.Terminal.Tests.Drawing;

/// <summary>Themes.</summary>
public sealed class PaletteTests
{
    public static TheoryData<string> Names => [.. Palette.All.Select(palette => palette.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryInk_CanBeRead(string name)
    {
        Palette palette = Palette.Find(name)!;
        Assert.All(Enum.GetValues<Ink>(), ink => Assert.InRange(Contrast(palette.Colours[ink].Foreground, palette.Colours[ink].Background), palette == Palette.HighContrast ? 5.5 : 4.5, 21));
    }

    [Fact]
    public void NoColour_LeavesAllColoursToTheTerminal() => Assert.All(Palette.NoColour.Colours.Values, colours => Assert.Equal((Color.None, Color.None), (colours.Foreground, colours.Background)));

    /// <summary>As WCAG 2 defines it; the terminal's own colours are taken for black and white.</summary>
    private static double Contrast(Color text, Color ground) => text == Color.None ? 21 : (Math.Max(Light(text), Light(ground)) + 0.05) / (Math.Min(Light(text), Light(ground)) + 0.05);

    private static double Light(Color colour) => (0.2126 * Linear(colour.R)) + (0.7152 * Linear(colour.G)) + (0.0722 * Linear(colour.B));

    private static double Linear(byte channel) => channel / 255.0 <= 0.04045 ? channel / 255.0 / 12.92 : Math.Pow(((channel / 255.0) + 0.055) / 1.055, 2.4);
}
