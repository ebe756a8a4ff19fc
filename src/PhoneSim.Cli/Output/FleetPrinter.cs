using System.CommandLine;
using PhoneSim.Fleet.Results;

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

    /// <returns>Whether every term holds.</returns>
    public static bool Check(TextWriter output, FleetSummary summary, Slo? slo)
    {
        foreach (SloTerm term in slo?.Terms ?? [])
            output.WriteLine($"slo {(term.IsMetBy(summary) ? "met" : "MISSED")}: {term.Text} ({term.Say(summary)})");
        return slo is null || slo.IsMetBy(summary);
    }
}
