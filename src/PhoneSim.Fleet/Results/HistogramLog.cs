using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>A tagged HdrHistogram log (V2): one line a phase, for the tools that read such logs. Values in microseconds.</summary>
public static class HistogramLog
{
    public static void Write(Stream stream, FleetSummary summary)
    {
        using HistogramLogWriter writer = new(stream);
        HistogramBase[] tagged = [.. Enum.GetValues<Phase>().Select(phase => Tagged(summary, phase))];
        writer.Write(summary.Began.UtcDateTime, tagged);
    }

    private static HistogramBase Tagged(FleetSummary summary, Phase phase)
    {
        HistogramBase copy = summary.Phases[phase].Copy();
        copy.Tag = phase.Word;
        copy.StartTimeStamp = summary.Began.ToUnixTimeMilliseconds();
        copy.EndTimeStamp = (summary.Began + summary.Wall).ToUnixTimeMilliseconds();
        return copy;
    }
}
