using System.CommandLine;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Cli.Output;

/// <summary>The report files that a command can write.</summary>
internal sealed class ReportFiles
{
    private readonly Option<string?> junit = new("--junit") { HelpName = "F", Description = "Write JUnit XML" };
    private readonly Option<string?> html = new("--html") { HelpName = "F", Description = "Write one HTML page: verdicts, who asked what, the files decoded, a time line" };

    public void AddTo(Command command)
    {
        command.Options.Add(junit);
        command.Options.Add(html);
    }

    public bool AreWanted(ParseResult parsed) => parsed.GetValue(junit) is not null || parsed.GetValue(html) is not null;

    public void Write(ParseResult parsed, Report report)
    {
        OutputFiles.WriteIfAsked(parsed.GetValue(junit), stream => JUnitReport.Write(stream, report));
        OutputFiles.WriteIfAsked(parsed.GetValue(html), stream => HtmlReport.Write(stream, report));
    }
}
