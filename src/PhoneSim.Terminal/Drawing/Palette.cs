using Terminal.Gui.Drawing;
using Attribute = Terminal.Gui.Drawing.Attribute;

namespace PhoneSim.Terminal.Drawing;

/// <summary>Colours by ink.</summary>
public sealed record Palette(string Name, IReadOnlyDictionary<Ink, Attribute> Colours)
{
    private static readonly Color Black = new(0, 0, 0);
    private static readonly Color White = new(255, 255, 255);
    private static readonly Color Paper = new(0xfa, 0xfa, 0xf6);

    public static Palette Standard { get; } = new("standard", new Dictionary<Ink, Attribute>
    {
        [Ink.Plain] = new(new Color(0xd0, 0xd4, 0xd8), new Color(0x18, 0x1c, 0x20)),
        [Ink.Quiet] = new(new Color(0x86, 0x90, 0x98), new Color(0x18, 0x1c, 0x20)),
        [Ink.Heading] = new(new Color(0x7f, 0xc8, 0xff), new Color(0x18, 0x1c, 0x20)),
        [Ink.Bar] = new(White, new Color(0x20, 0x4a, 0x6a)),
        [Ink.Key] = new(White, new Color(0x3a, 0x42, 0x4a)),
        [Ink.Lcd] = new(new Color(0x10, 0x20, 0x10), new Color(0x9c, 0xb8, 0x8c)),
        [Ink.LcdTitle] = new(new Color(0xd8, 0xe8, 0xc8), new Color(0x2c, 0x40, 0x2c)),
        [Ink.LcdSelected] = new(new Color(0xd8, 0xe8, 0xc8), new Color(0x2c, 0x40, 0x2c)),
        [Ink.LcdStatus] = new(new Color(0x50, 0x10, 0x10), new Color(0x9c, 0xb8, 0x8c)),
        [Ink.Good] = new(new Color(0x8a, 0xe0, 0x8a), new Color(0x18, 0x1c, 0x20)),
        [Ink.Warning] = new(new Color(0xf0, 0xd0, 0x60), new Color(0x18, 0x1c, 0x20)),
        [Ink.Bad] = new(new Color(0xff, 0x80, 0x78), new Color(0x18, 0x1c, 0x20)),
    });

    /// <summary>For bright rooms and paper.</summary>
    public static Palette Light { get; } = new("light", new Dictionary<Ink, Attribute>
    {
        [Ink.Plain] = new(new Color(0x20, 0x24, 0x28), Paper),
        [Ink.Quiet] = new(new Color(0x5c, 0x64, 0x6c), Paper),
        [Ink.Heading] = new(new Color(0x0a, 0x50, 0x90), Paper),
        [Ink.Bar] = new(White, new Color(0x20, 0x4a, 0x6a)),
        [Ink.Key] = new(Black, new Color(0xd0, 0xd6, 0xdc)),
        [Ink.Lcd] = new(new Color(0x10, 0x20, 0x10), new Color(0xc4, 0xd8, 0xb4)),
        [Ink.LcdTitle] = new(new Color(0xe8, 0xf4, 0xd8), new Color(0x2c, 0x40, 0x2c)),
        [Ink.LcdSelected] = new(new Color(0xe8, 0xf4, 0xd8), new Color(0x2c, 0x40, 0x2c)),
        [Ink.LcdStatus] = new(new Color(0x80, 0x10, 0x10), new Color(0xc4, 0xd8, 0xb4)),
        [Ink.Good] = new(new Color(0x0a, 0x60, 0x20), Paper),
        [Ink.Warning] = new(new Color(0x80, 0x50, 0x00), Paper),
        [Ink.Bad] = new(new Color(0xb0, 0x10, 0x10), Paper),
    });

    /// <summary>Pure black and white with one strong colour for each verdict.</summary>
    public static Palette HighContrast { get; } = new("high-contrast", new Dictionary<Ink, Attribute>
    {
        [Ink.Plain] = new(White, Black),
        [Ink.Quiet] = new(White, Black),
        [Ink.Heading] = new(new Color(255, 255, 0), Black),
        [Ink.Bar] = new(Black, White),
        [Ink.Key] = new(Black, White),
        [Ink.Lcd] = new(Black, White),
        [Ink.LcdTitle] = new(White, Black),
        [Ink.LcdSelected] = new(White, Black),
        [Ink.LcdStatus] = new(new Color(160, 0, 0), White),
        [Ink.Good] = new(new Color(0, 255, 0), Black),
        [Ink.Warning] = new(new Color(255, 255, 0), Black),
        [Ink.Bad] = new(new Color(255, 96, 96), Black),
    });

    /// <summary>The terminal's own two colours; bars and selections are reversed.</summary>
    public static Palette NoColour { get; } = new("no-colour", Enum.GetValues<Ink>().ToDictionary(
        ink => ink,
        ink => ink is Ink.Bar or Ink.Key or Ink.LcdTitle or Ink.LcdSelected ? new Attribute(Color.None, Color.None, TextStyle.Reverse) : new Attribute(Color.None, Color.None, TextStyle.None)));

    public static IReadOnlyList<Palette> All { get; } = [Standard, Light, HighContrast, NoColour];

    /// <returns>Null: there is none of that name.</returns>
    public static Palette? Find(string name) => All.FirstOrDefault(palette => palette.Name == name);
}
