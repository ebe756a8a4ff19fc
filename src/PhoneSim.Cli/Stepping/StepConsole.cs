using PhoneSim.Phone.Stepping;

namespace PhoneSim.Cli.Stepping;

/// <summary>Steps a boot by lines of text. At the end of the input the boot runs on.</summary>
/// <param name="echoes">Writes each line it reads, so that the output of a script tells the whole story.</param>
internal sealed class StepConsole(TextReader input, TextWriter output, bool echoes) : IStepControl, IDisposable
{
    private const int BytesPerLine = 16;

    private readonly CancellationTokenSource quit = new();
    private int number;
    private string shown = "tree";

    public StepPlan Plan { get; } = new();

    /// <summary>Cancelled by <c>q</c>.</summary>
    public CancellationToken Quit => quit.Token;

    public void Dispose() => quit.Dispose();

    public async Task<StepAnswer?> HoldAsync(BootPause pause, CancellationToken cancellation)
    {
        Announce(pause);
        while (true)
        {
            StepLine line = StepLine.Parse(await ReadAsync(cancellation));
            if (line is StepLine.Answer && !pause.TakesAnswer)
                line = new StepLine.Mistake("an answer can be given where a file is asked or answered");
            if (Goes(line, pause, out StepAnswer? answer))
                return answer;
            cancellation.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Does what a line says.</summary>
    /// <returns>The boot goes on.</returns>
    private bool Goes(StepLine line, BootPause pause, out StepAnswer? answer)
    {
        answer = null;
        switch (line)
        {
            case StepLine.Step:
                return Plan.IsStepping = true;
            case StepLine.Run:
                return !(Plan.IsStepping = false);
            case StepLine.Answer(var other):
                output.WriteLine($"    answer: {other.Words}");
                answer = other;
                return Plan.IsStepping = true;
            case StepLine.Quit:
                quit.Cancel();
                return false;
            case StepLine.Break(var breakpoint):
                Break(breakpoint);
                return false;
            case StepLine.Print(var what):
                Print(pause, what ?? shown);
                return false;
            default:
                output.WriteLine($"    {(line as StepLine.Mistake)?.Why ?? StepLine.Help}");
                return false;
        }
    }

    private void Announce(BootPause pause)
    {
        output.WriteLine($"[{++number}] {PauseText.What(pause)}");
        output.WriteLine($"    rule: {pause.Rule}");
    }

    /// <summary>The end of the input runs on.</summary>
    private async Task<string> ReadAsync(CancellationToken cancellation)
    {
        if (!echoes)
            await output.WriteAsync("step> ");
        await output.FlushAsync(cancellation);
        string? line = await Task.Run(input.ReadLine, cancellation).WaitAsync(cancellation);
        if (echoes && line is not null)
            await output.WriteLineAsync($"step> {line}");
        return line ?? "run";
    }

    private void Break(Breakpoint? breakpoint)
    {
        if (breakpoint is not null)
            Plan.Toggle(breakpoint);
        foreach (Breakpoint standing in Plan.Breakpoints)
            output.WriteLine($"    stops at {standing}");
        if (Plan.Breakpoints.Count == 0)
            output.WriteLine("    no breakpoints");
    }

    private void Print(BootPause pause, string what)
    {
        shown = what;
        IEnumerable<string> lines = what == "state" ? PauseText.Possible(pause).Prepend(pause.State.ToString())
            : PauseText.WhyNoFile(pause) is { } why ? [why]
            : what == "hex" && PauseText.Hex(pause.File!, BytesPerLine) is var dump ? dump.Lines(0, dump.LineCount)
            : PauseText.Tree(pause.File!);
        foreach (string line in lines)
            output.WriteLine($"    {line}");
    }
}
