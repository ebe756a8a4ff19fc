using System.Text.Json;
using PhoneSim.Evidence.Lint;

namespace PhoneSim.Cli.Output;

/// <summary>Findings of lint as they come, then the totals.</summary>
internal sealed class LintPrinter(TextWriter output, string format)
{
    public const string Text = "text";
    public const string GitHub = "github";
    public const string Json = "json";

    private const int Schema = 1;

    private readonly Dictionary<LintSeverity, int> counts = [];
    private int files;

    public int Count(LintSeverity severity) => counts.GetValueOrDefault(severity);

    public void Print(IReadOnlyList<LintRule> rules)
    {
        foreach (LintRule rule in rules)
            if (format == Json)
                JsonLine.Write(output, json => Write(json, rule));
            else
                output.WriteLine($"{rule.Id,-24}  {Word(rule.Severity),-7}  {rule.Title} ({rule.Clause})");
    }

    public void Print(string path, IReadOnlyList<LintFinding> findings)
    {
        files++;
        foreach (LintFinding finding in findings)
        {
            counts[finding.Severity] = Count(finding.Severity) + 1;
            Print(path, finding);
        }
    }

    public void PrintTotals()
    {
        if (format == Json)
            JsonLine.Write(output, WriteTotals);
        else if (format == Text)
            output.WriteLine($"{Counted(Count(LintSeverity.Error), "error")}, {Counted(Count(LintSeverity.Warning), "warning")}, {Counted(Count(LintSeverity.Note), "note")} in {Counted(files, "file")}");
    }

    private void Print(string path, LintFinding finding)
    {
        if (format == Json)
            JsonLine.Write(output, json => Write(json, path, finding));
        else if (format == GitHub)
            output.WriteLine(Annotation(path, finding));
        else
            Write(path, finding);
    }

    private void Write(string path, LintFinding finding)
    {
        string place = finding.Place is { Line: { } line } at ? $":{line}:{at.Column}" : finding.Place.Record is { } record ? $": record {record} at offset {finding.Place.Offset}" : "";
        output.WriteLine($"{path}{place}: {Word(finding.Severity)} {finding.Rule.Id}: {finding.Message}");
        if (finding.Fix.Length > 0)
            output.WriteLine($"    fix: {finding.Fix}");
        output.WriteLine($"    see: {finding.Rule.Clause}");
    }

    /// <summary>A workflow command of GitHub Actions. Without a line it stands on the file.</summary>
    private static string Annotation(string path, LintFinding finding)
    {
        string place = finding.Place is { Line: { } line } at ? $",line={line},col={at.Column}" : "";
        string where = finding.Place.Record is { } record ? $"record {record} at offset {finding.Place.Offset}: " : "";
        string command = finding.Severity == LintSeverity.Note ? "notice" : Word(finding.Severity);
        string fix = finding.Fix.Length > 0 ? $"; {finding.Fix}" : "";
        return $"::{command} file={Property(path)}{place},title={Property(finding.Rule.Id)}::{Data(where + finding.Message + fix)}";
    }

    private static string Data(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    private static void Write(Utf8JsonWriter json, LintRule rule)
    {
        json.WriteStartObject();
        json.WriteString("type", "rule");
        json.WriteString("id", rule.Id);
        json.WriteString("severity", Word(rule.Severity));
        json.WriteString("title", rule.Title);
        json.WriteString("clause", rule.Clause);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string path, LintFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("type", "finding");
        json.WriteNumber("schema", Schema);
        json.WriteString("file", path);
        WriteIf(json, "line", finding.Place.Line);
        WriteIf(json, "column", finding.Place.Column);
        WriteIf(json, "record", finding.Place.Record);
        WriteIf(json, "offset", finding.Place.Offset);
        json.WriteString("rule", finding.Rule.Id);
        json.WriteString("severity", Word(finding.Severity));
        json.WriteString("message", finding.Message);
        json.WriteString("fix", finding.Fix);
        json.WriteString("clause", finding.Rule.Clause);
        json.WriteEndObject();
    }

    private void WriteTotals(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "result");
        json.WriteNumber("schema", Schema);
        json.WriteNumber("files", files);
        json.WriteNumber("errors", Count(LintSeverity.Error));
        json.WriteNumber("warnings", Count(LintSeverity.Warning));
        json.WriteNumber("notes", Count(LintSeverity.Note));
        json.WriteEndObject();
    }

    private static void WriteIf(Utf8JsonWriter json, string name, int? number)
    {
        if (number is { } value)
            json.WriteNumber(name, value);
    }

    private static string Word(LintSeverity severity) => severity.ToString().ToLowerInvariant();

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
