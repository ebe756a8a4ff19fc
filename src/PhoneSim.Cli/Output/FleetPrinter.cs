using System.CommandLine;
using System.Globalization;
using PhoneSim.Fleet.Results;
using PhoneSim.Fleet.Search;

namespace PhoneSim.Cli.Output;

/// <summary>What <c>fleet</c> and <c>merge</c> say and write at their end.</summary>
internal static class FleetPrinter
{
    public static void Print(TextWriter output, FleetSummary summary, bool json)
    {
        if (json)
            JsonLine.Write(output, writer => FleetSummaryJson.Write(writer, summary));
        else
            foreach (string line in FleetSummaryText.Lines(summary))
                output.WriteLine(line);
    }

    /// <summary>One line of a search.</summary>
    public static void Print(TextWriter output, LoadTrial trial, Slo slo)
    {
        (string verdict, string why) = trial.Verdict switch
        {
            TrialVerdict.Invalid => ("INVALID", trial.Summary.Watch.Complaints[0]),
            TrialVerdict.Stopped => ("stopped", "before its end"),
            TrialVerdict.Met => ("met", Measured(trial.Summary, slo)),
            _ => ("missed", Measured(trial.Summary, slo)),
        };
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{trial.Rate,8:0.0}/s  {verdict,-7}  {why}"));
    }

    private static string Measured(FleetSummary summary, Slo slo)
    {
        string terms = string.Join(", ", slo.Terms.Select(term => $"{term.Text} ({term.Say(summary)})"));
        return slo.AllowsFailures || summary.Failed == 0 ? terms : $"{terms}, {summary.Failed} of {summary.Due} phones failed (allow some with a term such as failed<1%)";
    }

    /// <returns>Whether every term holds.</returns>
    public static bool Check(TextWriter output, FleetSummary summary, Slo? slo)
    {
        foreach (SloTerm term in slo?.Terms ?? [])
            output.WriteLine($"slo {(term.IsMetBy(summary) ? "met" : "MISSED")}: {term.Text} ({term.Say(summary)})");
        return slo is null || slo.IsMetBy(summary);
    }
}
