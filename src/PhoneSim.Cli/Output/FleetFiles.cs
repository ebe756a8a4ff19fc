using System.CommandLine;
using System.Text.Json;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Cli.Output;

/// <summary>The files that <c>fleet</c> and <c>merge</c> can write.</summary>
internal sealed class FleetFiles
{
    private readonly Option<string?> summary = new("--summary") { HelpName = "F.json", Description = "Write the summary that 'merge' reads" };
    private readonly Option<string?> hlog = new("--hlog") { HelpName = "F", Description = "Write a tagged HdrHistogram log" };
    private readonly Option<string?> html = new("--html") { HelpName = "F", Description = "Write a report with percentile plots" };
    private readonly Option<string?> junit = new("--junit") { HelpName = "F", Description = "Write the objectives as JUnit test cases" };

    public void AddTo(Command command)
    {
        foreach (Option option in new Option[] { summary, hlog, html, junit })
            command.Options.Add(option);
    }

    public void Write(ParseResult parsed, FleetSummary result, Slo? slo)
    {
        OutputFiles.WriteIfAsked(parsed.GetValue(summary), stream => WriteJson(stream, result));
        OutputFiles.WriteIfAsked(parsed.GetValue(hlog), stream => HistogramLog.Write(stream, result));
        OutputFiles.WriteIfAsked(parsed.GetValue(html), stream => FleetHtml.Write(stream, result, slo));
        OutputFiles.WriteIfAsked(parsed.GetValue(junit), stream => FleetJUnit.Write(stream, result, slo));
    }

    private static void WriteJson(Stream stream, FleetSummary result)
    {
        using Utf8JsonWriter json = new(stream, new() { Indented = true });
        FleetSummaryJson.Write(json, result);
    }
}
