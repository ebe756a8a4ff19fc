using System.Globalization;
using System.Net;
using System.Text;
using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>One HTML file without a script: the summary, and latency over percentile for each phase.</summary>
public static class FleetHtml
{
    private const int Width = 860;
    private const int Height = 320;
    private const int Margin = 60;

    /// <summary>Five nines on the axis.</summary>
    private const double Nines = 5;

    private static readonly string[] Colours = ["#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#9c755f", "#76b7b2", "#edc948", "#ff9da7", "#e15759"];

    public static void Write(Stream stream, FleetSummary summary, Slo? slo)
    {
        using StreamWriter html = new(stream, new UTF8Encoding(false), leaveOpen: true);
        html.WriteLine("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>phonesim fleet</title><style>body{font:15px sans-serif;margin:2em;max-width:60em}pre{background:#f4f4f4;padding:1em;overflow:auto}.bad{color:#b00}</style>");
        html.WriteLine($"<h1>Fleet {Text(summary.Fleet)}</h1><p>{Text(summary.Began.ToString("u", CultureInfo.InvariantCulture))}, shard {summary.Shard}</p>");
        html.WriteLine($"<pre>{Text(string.Join('\n', FleetSummaryText.Lines(summary)))}</pre>");
        foreach (SloTerm term in slo?.Terms ?? [])
            html.WriteLine($"<p{(term.IsMetBy(summary) ? "" : " class=\"bad\"")}>{(term.IsMetBy(summary) ? "met" : "missed")}: {Text(term.Text)} ({Text(term.Say(summary))})</p>");
        html.WriteLine("<h2>Latency over percentile</h2>");
        html.WriteLine(Plot(summary.Phases));
        html.WriteLine("</html>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Plot(PhaseHistograms phases)
    {
        Phase[] present = [.. Enum.GetValues<Phase>().Where(p => phases[p].TotalCount > 0)];
        double top = Math.Log10(Math.Max(10, present.Select(p => (double)phases[p].GetMaxValue()).DefaultIfEmpty(10).Max()));
        StringBuilder svg = new($"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{Width}\" height=\"{Height + (2 * Margin)}\" font-size=\"12\">");
        for (int decade = 0; decade <= (int)top; decade++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Margin}\" x2=\"{Width - Margin}\" y1=\"{Y(decade, top):0}\" y2=\"{Y(decade, top):0}\" stroke=\"#ddd\"/><text x=\"4\" y=\"{Y(decade, top) + 4:0}\">{Math.Pow(10, decade - 3):0.###} ms</text>");
        for (int nines = 0; nines < Nines; nines++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(nines):0}\" y=\"{Height + Margin + 18}\">{100 - Math.Pow(10, 2 - nines):0.###} %</text>");
        foreach (Phase phase in present)
            svg.Append(Curve(phase, phases[phase], top));
        return svg.Append("</svg>").ToString();
    }

    private static string Curve(Phase phase, HistogramBase histogram, double top)
    {
        IEnumerable<string> points = Enumerable.Range(0, 101).Select(i => i * Nines / 100).Select(nines =>
            string.Create(CultureInfo.InvariantCulture, $"{X(nines):0.0},{Y(Math.Log10(Math.Max(1, histogram.GetValueAtPercentile(100 - Math.Pow(10, 2 - nines)))), top):0.0}"));
        string colour = Colours[(int)phase % Colours.Length];
        return $"<polyline fill=\"none\" stroke-width=\"2\" stroke=\"{colour}\" points=\"{string.Join(' ', points)}\"/><text x=\"{Margin + ((int)phase * 84)}\" y=\"{Height + Margin + 42}\" fill=\"{colour}\">{phase.Word}</text>";
    }

    private static double X(double nines) => Margin + ((Width - (2 * Margin)) * nines / Nines);

    private static double Y(double decades, double top) => Margin + (Height * (1 - (decades / top)));
}
