using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Phone.Stepping;

namespace PhoneSim.Cli.Stepping;

/// <summary>The options by which a boot is stepped on a plain terminal.</summary>
internal sealed class StepOptionSet(GlobalOptions global)
{
    private readonly Option<bool> step = new("--step")
    {
        Description = "Pause before each file asked, after each answer and verdict and before each transition. Standard input steps: " + StepLine.Help + "; its end runs on",
    };

    private readonly Option<Breakpoint[]> breaks = new("--break")
    {
        HelpName = "STATE|FILE|VERDICT",
        Description = "Pause there first; may be given again. For example Evaluating, '*.enc.sgn', bad",
        CustomParser = result =>
        {
            foreach (string text in result.Tokens.Select(token => token.Value).Where(text => Breakpoint.Parse(text) is null))
                result.AddError($"--break {text}: no such state; 'phonesim diagram' shows them");
            return [.. result.Tokens.Select(token => Breakpoint.Parse(token.Value)).OfType<Breakpoint>()];
        },
    };

    public void AddTo(Command command)
    {
        command.Options.Add(step);
        command.Options.Add(breaks);
    }

    /// <summary>Null: nobody steps. With JSON lines on standard output the dialogue is on standard error.</summary>
    public StepConsole? Bind(ParseResult parsed)
    {
        Breakpoint[] wanted = parsed.GetValue(breaks) ?? [];
        if (!parsed.GetValue(step) && wanted.Length == 0)
            return null;
        TextWriter output = parsed.GetValue(global.Json) ? parsed.InvocationConfiguration.Error : parsed.InvocationConfiguration.Output;
        StepConsole console = new(global.Input, output, echoes: global.Input != Console.In || Console.IsInputRedirected);
        console.Plan.IsStepping = parsed.GetValue(step);
        foreach (Breakpoint breakpoint in wanted.Distinct())
            console.Plan.Toggle(breakpoint);
        return console;
    }
}
