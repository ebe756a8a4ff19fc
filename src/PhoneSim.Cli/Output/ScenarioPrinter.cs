using System.Globalization;
using PhoneSim.Evidence.Checks;
using PhoneSim.Evidence.Reports;
using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Formats;

namespace PhoneSim.Cli.Output;

/// <summary>Scenarios as they end: one line each, and for one that differs what was expected beside what was seen; or JSON lines.</summary>
internal sealed class ScenarioPrinter(TextWriter output, bool asJson, bool withEvents)
{
    private const int LineLimit = 300;
    private const int LongestDifference = 60;

    public void List(IReadOnlyList<Scenario> scenarios)
    {
        int width = scenarios.Max(s => s.Name.Length);
        foreach (Scenario scenario in scenarios)
            if (asJson)
                JsonLine.Write(output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("type", "scenario");
                    json.WriteString("name", scenario.Name);
                    json.WriteString("title", scenario.Title);
                    json.WriteString("story", scenario.Story);
                    json.WriteString("profile", scenario.Phone.Profile.Name);
                    json.WriteEndObject();
                });
            else
                output.WriteLine($"{scenario.Name.PadRight(width)}  {scenario.Title}; {scenario.Phone.Profile.Name}. {scenario.Story}");
    }

    public void Print(ScenarioResult result)
    {
        if (asJson)
            PrintJson(result);
        else
            PrintWords(result);
    }

    public void Print(Report report, IReadOnlyList<ScenarioResult> results)
    {
        if (asJson)
            JsonLine.Write(output, json => JsonReport.WriteTotals(json, report));
        else
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{results.Count(r => r.Succeeded)} as expected, {results.Count(r => !r.Succeeded)} not; {report.Count(CheckVerdict.Pass)} of {report.Count(CheckVerdict.Pass) + report.Count(CheckVerdict.Fail)} expectations met ({report.Duration.TotalSeconds:0.0} s)"));
    }

    private void PrintJson(ScenarioResult result)
    {
        if (withEvents)
            foreach (string line in result.EventLines)
                JsonLine.Write(output, json =>
                {
                    json.WriteStartObject();
                    json.WriteString("type", "event");
                    json.WriteString("scenario", result.Scenario.Name);
                    json.WriteString("event", line);
                    json.WriteEndObject();
                });
        foreach (ScenarioCase found in result.Cases)
            JsonLine.Write(output, json => JsonReport.WriteCase(json, result.Scenario.Name, ScenarioReport.Case(result.Scenario, found)));
        JsonLine.Write(output, json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "scenario");
            json.WriteNumber("schema", JsonReport.Schema);
            json.WriteString("name", result.Scenario.Name);
            json.WriteString("verdict", JsonReport.Word(result.Succeeded ? CheckVerdict.Pass : CheckVerdict.Fail));
            json.WriteNumber("seed", result.Seed);
            json.WriteNumber("phoneSeconds", Math.Round(result.PhoneTime.TotalSeconds, 3));
            json.WriteNumber("ms", Math.Round(result.Took.TotalMilliseconds, 1));
            json.WriteString("relay", result.Tally.ToString());
            json.WriteEndObject();
        });
    }

    private void PrintWords(ScenarioResult result)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{(result.Succeeded ? "pass" : "FAIL")}  {result.Scenario.Name}: {result.Scenario.Title} ({Count(result.Cases.Count, "expectation")}, {result.Took.TotalSeconds:0.0} s)"));
        if (withEvents)
            foreach (string line in result.EventLines)
                output.WriteLine($"      {Printable.Text(line, LineLimit)}");
        if (result.Succeeded)
            return;
        foreach (ScenarioCase found in result.Cases.Where(c => !c.IsMet))
            PrintDifference(result.Scenario, found);
        output.WriteLine($"      It stands on: {result.Scenario.Story}");
        output.WriteLine($"      The same again, event by event: phonesim run {Shown(result.Scenario)} --seed {result.Seed} --events");
    }

    private void PrintDifference(Scenario scenario, ScenarioCase found)
    {
        output.WriteLine($"      {scenario.File}:{found.Line}: {found.What}, {found.After}; - expected, + seen");
        foreach (DiffLine line in found.Difference!.Take(LongestDifference))
            output.WriteLine($"        {line.Sign} {Printable.Text(line.Text, LineLimit)}");
        if (found.Difference!.Count > LongestDifference)
            output.WriteLine($"        … {found.Difference.Count - LongestDifference} more lines");
    }

    private static string Shown(Scenario scenario) => ScenarioLibrary.Names.Contains(scenario.Name) && !File.Exists(scenario.File) ? scenario.Name : scenario.File;

    private static string Count(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
