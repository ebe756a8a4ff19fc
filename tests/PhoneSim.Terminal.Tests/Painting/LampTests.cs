using System.Drawing;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Phone.Keypad;
using PhoneSim.Terminal.Drawing;
using PhoneSim.Terminal.Recording;

namespace PhoneSim.Terminal.Tests.Painting;

/// <summary>Lamps of a phone that was switched on with # held, on a clock moved by hand.</summary>
public sealed partial class LampTests
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(400);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public void BlinkingLamps_GoOffAndOnWithTheClock()
    {
        using RunningScreen screen = Held("7962");
        Assert.Equal(["■1 ■2", "□1 □2", "■1 ■2"], Beats(screen, 3, "■1 ■2", "□1 □2"));
    }

    [Fact]
    public void LineLampsInTurn_LightOneAfterTheOther()
    {
        using RunningScreen screen = Held("7841");
        Assert.Equal(["■1", "■2", "■3", "■4", "■1"], Beats(screen, 5, "■1", "■2", "■3", "■4"));
    }

    [Fact]
    public void LampsInTurn_LightOneAfterTheOther()
    {
        using RunningScreen screen = Held("7940-sip-manual");
        Assert.Equal(["●headset", "●mute", "●speaker", "●headset"], Beats(screen, 4, "●headset", "●mute", "●speaker"));
    }

    [Fact]
    public void Beat_WritesTheLampsAloneToTheTerminal()
    {
        using RunningScreen screen = Held("7962");
        time.Advance(Beat);
        screen.Redraw();
        Assert.Equal("□1 □2 □3 □4 □5 □6", Control.Replace(screen.LastOutput, "").TrimEnd());
    }

    [Fact]
    public void WithoutColours_LampsStandStill()
    {
        using RunningScreen screen = Held("7962", new() { Time = time, Palette = Palette.NoColour });
        Assert.Equal(["◐1", "◐1"], Beats(screen, 2, "◐1"));
    }

    [Fact]
    public void Recording_ShowsTheRhythmOnceAsASign()
    {
        using MemoryStream file = new();
        using CastWriter cast = new(file, new Size(80, 24), time, "");
        ScreenRecorder recorder = new(cast, showsSecrets: false);
        using RunningScreen screen = Held("7962", new() { Time = time, Seen = recorder.Record });
        long written = file.Length;
        Beats(screen, 4);
        Assert.Equal(written, file.Length);
        Assert.Contains("◐1", Encoding.UTF8.GetString(file.ToArray()), StringComparison.Ordinal);
    }

    [GeneratedRegex("\e\\[[^@-~]*[@-~]")]
    private static partial Regex Control { get; }

    private RunningScreen Held(string profile, ScreenOptions? options = null)
    {
        HandConsole console = new(profile);
        console.Press(new PhoneKey.PowerOn('#'));
        return new(console, options: options ?? new() { Time = time });
    }

    /// <summary>Which of the texts stand on the screen at each beat.</summary>
    private string[] Beats(RunningScreen screen, int count, params string[] texts)
    {
        List<string> seen = [];
        for (int i = 0; i < count; i++, time.Advance(Beat), screen.Redraw())
            seen.Add(string.Join(' ', texts.Where(text => text.Split(' ').All(part => screen.Text.Contains(part, StringComparison.Ordinal)))));
        return [.. seen];
    }
}
