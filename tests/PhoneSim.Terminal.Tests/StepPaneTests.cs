using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Stepping;
using PhoneSim.TestSupport;
using PcKey = Terminal.Gui.Input.Key;

namespace PhoneSim.Terminal.Tests;

/// <summary>A boot that is held, on the screen.</summary>
public sealed class StepPaneTests
{
    private const string Itl = "ITLSEP001122334455.tlv";

    private readonly HandConsole console = new HandConsole("7962").Booted();

    [Theory]
    [InlineData(80, 24)]
    [InlineData(100, 30)]
    [InlineData(120, 40)]
    public async Task AnswerHeld_ShowsRuleStatesTreeAndBytes(int width, int height)
    {
        Task<StepAnswer?> held = HoldAnswer();
        using RunningScreen screen = new(console, width, height);
        screen.Keys(PcKey.CursorDown, PcKey.CursorDown, PcKey.CursorDown);
        Assert.Null(Golden.Difference($"held-{width}x{height}", screen.Text));
        screen.Keys(PcKey.F5);
        Assert.Null(await held);
    }

    [Fact]
    public async Task F10_LetsTheBootStepOn()
    {
        Task<StepAnswer?> held = HoldAnswer();
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F10);
        Assert.Null(await held);
        Assert.True(console.Steps.Plan.IsStepping);
    }

    [Fact]
    public async Task F5_LetsItRun()
    {
        Task<StepAnswer?> held = HoldAnswer();
        console.Steps.Plan.IsStepping = true;
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F5);
        Assert.Null(await held);
        Assert.False(console.Steps.Plan.IsStepping);
    }

    [Fact]
    public async Task AnswerChosen_GoesToTheBoot()
    {
        Task<StepAnswer?> held = HoldAnswer();
        using RunningScreen screen = new(console);
        screen.Type("a");
        Assert.Null(Golden.Difference("answers", screen.Text));
        screen.Type("not");
        screen.Keys(PcKey.Enter);
        Assert.Equal(new StepAnswer.NotFound(), await held);
    }

    [Fact]
    public async Task AnswerTyped_NumberIsAByte_PathIsAFile()
    {
        Task<StepAnswer?> held = HoldAnswer();
        using RunningScreen screen = new(console);
        screen.Type("a17");
        screen.Keys(PcKey.Enter);
        Assert.Equal(new StepAnswer.Corrupted(17), await held);
        held = HoldAnswer();
        screen.Redraw();
        screen.Type("a" + Vectors.PathOf("plain.cnf.xml"));
        screen.Keys(PcKey.Enter);
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), Assert.IsType<StepAnswer.OtherFile>(await held).Content.ToArray());
    }

    [Fact]
    public async Task SelectedPart_CanBeCorrupted()
    {
        Task<StepAnswer?> held = HoldAnswer();
        using RunningScreen screen = new(console, 120, 40);
        screen.Click("serial number (5)");
        screen.Type("alast of serial");
        screen.Keys(PcKey.Enter);
        FilePartAt(Assert.IsType<StepAnswer.Corrupted>(await held).Offset, "serial number (5)");
    }

    [Fact]
    public void F9_SetsAndRemovesBreakpoints()
    {
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F9);
        screen.Type("evaluating");
        screen.Keys(PcKey.Enter);
        Assert.Equal([new Breakpoint(BreakpointKind.State, "Evaluating")], console.Steps.Plan.Breakpoints);
        screen.Keys(PcKey.F9);
        Assert.Contains("● state Evaluating", screen.Text, StringComparison.Ordinal);
        screen.Keys(PcKey.Enter, PcKey.F9);
        screen.Type("*.enc.sgn");
        screen.Keys(PcKey.CursorDown, PcKey.CursorDown, PcKey.Enter);
        Assert.Equal([new Breakpoint(BreakpointKind.File, "*.enc.sgn")], console.Steps.Plan.Breakpoints);
    }

    [Fact]
    public void Held_F6_ShowsThePhoneAndComesBack()
    {
        HoldAnswer();
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F6);
        Assert.Contains("[2abc]", screen.Text, StringComparison.Ordinal);
        screen.Keys(PcKey.F6);
        Assert.DoesNotContain("[2abc]", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Held_Help_ShowsTheKeysOfStepping()
    {
        HoldAnswer();
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F1);
        Assert.Contains("answer in the server's place", screen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void NotHeld_F10_SaysThatTheNextStepIs()
    {
        using RunningScreen screen = new(console);
        screen.Keys(PcKey.F10);
        Assert.Contains("held at its next step", screen.Text, StringComparison.Ordinal);
        Assert.True(console.Steps.Plan.IsStepping);
    }

    private static void FilePartAt(int offset, string name) =>
        Assert.Contains(PhoneSim.Formats.Dissection.FileParts.Of(Vectors.Bytes("sha1/ITLFile.tlv")).Parts, part => part.Name == name && part.Offset + part.Length - 1 == offset);

    private Task<StepAnswer?> HoldAnswer() => console.Steps.HoldAsync(
        new()
        {
            Point = PausePoint.Answer,
            State = BootState.FetchingItl,
            What = $"{Itl} answered ok, 6541 bytes",
            Rule = StepRules.Of(BootState.FetchingItl, TransportKind.Tftp, FetchAnswer.Ok),
            File = new(new(Itl, new("192.0.2.10", 69), 65536), TransportKind.Tftp, new(FetchAnswer.Ok, Vectors.Bytes("sha1/ITLFile.tlv"), TimeSpan.Zero)),
            Verdict = "ok",
        },
        TestContext.Current.CancellationToken);
}
