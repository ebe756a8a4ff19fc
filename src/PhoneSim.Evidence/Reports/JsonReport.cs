using System.Text.Json;
using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>Cases and totals as JSON objects of schema version 1.</summary>
public static class JsonReport
{
    public const int Schema = 1;

    public static void WriteCase(Utf8JsonWriter json, string section, ReportCase found)
    {
        json.WriteStartObject();
        json.WriteString("type", "case");
        json.WriteNumber("schema", Schema);
        json.WriteString("section", section);
        json.WriteString("id", found.Id);
        json.WriteString("verdict", Word(found.Verdict));
        json.WriteString("expected", found.Expected);
        json.WriteString("found", found.Found);
        if (found.Clause.Length > 0)
            json.WriteString("clause", found.Clause);
        if (found.Phone.Length > 0)
            json.WriteString("phone", found.Phone);
        json.WriteNumber("ms", Math.Round(found.Duration.TotalMilliseconds, 1));
        json.WriteEndObject();
    }

    public static void WriteTotals(Utf8JsonWriter json, Report report)
    {
        json.WriteStartObject();
        json.WriteString("type", "result");
        json.WriteNumber("schema", Schema);
        foreach (CheckVerdict verdict in Enum.GetValues<CheckVerdict>())
            json.WriteNumber(Word(verdict), report.Count(verdict));
        json.WriteNumber("ms", Math.Round(report.Duration.TotalMilliseconds, 1));
        json.WriteEndObject();
    }

    public static string Word(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Pass => "pass",
        CheckVerdict.Fail => "fail",
        _ => "skip",
    };
}
