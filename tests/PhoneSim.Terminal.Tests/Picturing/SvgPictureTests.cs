using System.Drawing;
using System.Text;
using System.Xml.Linq;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Picturing;

namespace PhoneSim.Terminal.Tests.Picturing;

/// <summary>The screen as a picture.</summary>
public sealed class SvgPictureTests
{
    private readonly ScreenView view = new(new HandConsole("7962-sip-manual").Booted().Snapshot(), new(Palette.Standard), new(120, 40));

    [Fact]
    public void Words_StandInTheirColumns()
    {
        XElement svg = Svg(view);
        string[] lines = view.Paint().Canvas.ToString().Split('\n');
        foreach (XElement word in svg.Descendants().Where(e => e.Name.LocalName == "text"))
        {
            int x = (int)Math.Round((double)word.Attribute("x")! / 9.6);
            int y = ((int)word.Attribute("y")! - 15) / 19;
            Assert.Equal(word.Value, lines[y].Substring(x, word.Value.Length));
        }
    }

    [Fact]
    public void Picture_NeedsNothingElse()
    {
        string svg = Encoding.UTF8.GetString(ScreenPicture.Of(view, "svg"));
        Assert.DoesNotContain("href", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_AreThoseOfTheTheme()
    {
        Assert.Equal("#000000", Ground(Palette.HighContrast));
        Assert.Equal("#fafaf6", Ground(Palette.Light));
    }

    [Fact]
    public void Markup_InTheTextIsText()
    {
        Canvas canvas = new(20, 1);
        canvas.Put(0, 0, "<script> & \u202e\e[31m");
        Assert.Equal(["<script>", "&", "??[31m"], XElement.Parse(SvgPicture.Of(canvas, Palette.Standard, "")).Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
    }

    [Fact]
    public void Text_IsTheScreenLineByLine() => Assert.Equal(view.Paint().Canvas.ToString(), Encoding.UTF8.GetString(ScreenPicture.Of(view, "txt")));

    private static XElement Svg(ScreenView view) => XElement.Parse(Encoding.UTF8.GetString(ScreenPicture.Of(view, "svg")));

    private string Ground(Palette palette) => (string)Svg(view with { State = new(palette) }).Elements().First(e => e.Name.LocalName == "rect").Attribute("fill")!;
}
