using System.Drawing;
using Microsoft.Extensions.Time.Testing;
using PhoneSim.Terminal.Recording;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests.Recording;

/// <summary>Recordings of the screen as asciicast v2.</summary>
public sealed class ScreenRecorderTests : IDisposable
{
    private const string Typed = "ABC12";

    private readonly FakeTimeProvider time = new(new(2026, 3, 5, 10, 42, 0, TimeSpan.Zero));
    private readonly MemoryStream file = new();

    [Fact]
    public void Header_TellsSizeDateAndTitle()
    {
        using (new CastWriter(file, new(120, 40), time, "a phone"))
            time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("""{"version":2,"width":120,"height":40,"timestamp":1772707320,"title":"a phone","env":{"TERM":"xterm-256color"}}""", Read().Header.GetRawText());
    }

    [Fact]
    public void Outputs_CarryTheTimeOfTheInjectedClock()
    {
        using (CastWriter cast = new(file, new(80, 24), time, ""))
        {
            time.Advance(TimeSpan.FromMilliseconds(1500));
            cast.Output("one\r\n");
            time.Advance(TimeSpan.FromMilliseconds(0.25));
            cast.Resize(new Size(100, 30));
        }

        Assert.Equal([(1.5, "o", "one\r\n"), (1.50025, "r", "100x30")], Read().Events);
    }

    [Fact]
    public void Played_ARecordingEndsOnTheScreenAsItWas()
    {
        using RunningScreen screen = Recorded(showsSecrets: false, out CastWriter cast);
        screen.Keys(PcKey.F2, PcKey.CursorDown, PcKey.F1);
        cast.Dispose();
        PlainTerminal terminal = new(80, 24);
        foreach ((_, _, string data) in Read().Events)
            terminal.Play(data);
        Assert.Equal(screen.Text, terminal.Text);
    }

    [Fact]
    public void UnchangedScreen_RecordsNothing()
    {
        using RunningScreen screen = Recorded(showsSecrets: false, out CastWriter cast);
        screen.Redraw();
        screen.Redraw();
        cast.Dispose();
        Assert.Single(Read().Events);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TypedKey_IsRecordedOnlyWithShowSecrets(bool showsSecrets)
    {
        using RunningScreen screen = Recorded(showsSecrets, out CastWriter cast);
        screen.OpenKeyEntry();
        screen.Type(Typed);
        cast.Dispose();
        Assert.Contains(Typed, screen.Text, StringComparison.Ordinal);
        Assert.Equal(showsSecrets, Read().Output.Contains(Typed, StringComparison.Ordinal));
    }

    [Fact]
    public void Resized_TheRecordingSaysSo()
    {
        using RunningScreen screen = Recorded(showsSecrets: false, out CastWriter cast);
        screen.Resize(120, 40);
        cast.Dispose();
        Assert.Contains(Read().Events, e => e is { Code: "r", Data: "120x40" });
    }

    [Fact]
    public void PrintedText_IsRecordedWithTheLineEndsOfATerminal()
    {
        using StringWriter terminal = new();
        using (CastWriter cast = new(file, new(80, 24), time, ""))
        using (CastText text = new(terminal, cast))
            text.WriteLine("step> s");
        Assert.Equal("step> s\n", terminal.ToString());
        Assert.Equal("step> s\r\n", Read().Output);
    }

    public void Dispose() => file.Dispose();

    private CastLines Read() => new(new MemoryStream(file.ToArray()));

    private RunningScreen Recorded(bool showsSecrets, out CastWriter cast)
    {
        cast = new(file, new(80, 24), time, "");
        return new(new HandConsole("7962-sip-manual"), options: new() { Seen = new ScreenRecorder(cast, showsSecrets).Record });
    }
}
