using System.Globalization;
using System.Text;
using HdrHistogram;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>Latency over percentile as SVG: both axes logarithmic, so that the tail is as wide as the middle.</summary>
internal static class PercentilePlot
{
    private const int Width = 860;
    private const int Height = 300;
    private const int Left = 70;
    private const int Right = 110;
    private const int Top = 12;
    private const int Bottom = 30;

    /// <summary>Five nines on the axis.</summary>
    private const double Nines = 5;

    /// <summary>Least room between two names.</summary>
    private const double NameHeight = 14;

    private static readonly string[] Colours = ["#4e79a7", "#f28e2b", "#59a14f", "#b07aa1", "#9c755f", "#2fa8a0", "#c9a227", "#e377a2", "#e15759"];

    public static string Of(PhaseHistograms phases)
    {
        Phase[] present = [.. Enum.GetValues<Phase>().Where(p => phases[p].TotalCount > 0)];
        if (present.Length == 0)
            return "<p>Nothing was measured.</p>";
        (double bottom, double top) = (Math.Floor(present.Min(p => Decades(phases[p].GetValueAtPercentile(0)))), Math.Ceiling(present.Max(p => Decades(phases[p].GetMaxValue()))));
        StringBuilder svg = new(string.Create(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"Latency over percentile, a curve a phase\">"));
        Scale scale = new(bottom, Math.Max(bottom + 1, top));
        WriteAxes(svg, scale);
        foreach (Phase phase in present)
            WriteCurve(svg, phase, phases[phase], scale);
        WriteNames(svg, present.Select(p => (p, scale.Y(Decades(phases[p].GetMaxValue())))));
        return svg.Append("</svg>").ToString();
    }

    private static void WriteAxes(StringBuilder svg, Scale scale)
    {
        for (double decade = scale.Bottom; decade <= scale.Top; decade++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{scale.Y(decade):0}\" y2=\"{scale.Y(decade):0}\"/><text x=\"{Left - 8}\" y=\"{scale.Y(decade) + 4:0}\" text-anchor=\"end\">{Math.Pow(10, decade - 3):0.###} ms</text>");
        for (int nines = 0; nines <= Nines; nines++)
            svg.Append(CultureInfo.InvariantCulture, $"<line x1=\"{X(nines):0}\" x2=\"{X(nines):0}\" y1=\"{Top}\" y2=\"{Height - Bottom}\"/><text x=\"{X(nines):0}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{Percentile(nines):0.###} %</text>");
    }

    private static void WriteCurve(StringBuilder svg, Phase phase, HistogramBase histogram, Scale scale)
    {
        IEnumerable<string> points = Enumerable.Range(0, 101).Select(i => i * Nines / 100).Select(nines =>
            string.Create(CultureInfo.InvariantCulture, $"{X(nines):0.0},{scale.Y(Decades(histogram.GetValueAtPercentile(Percentile(nines)))):0.0}"));
        svg.Append(CultureInfo.InvariantCulture, $"<polyline fill=\"none\" stroke-width=\"2\" stroke=\"{Colours[(int)phase]}\" points=\"{string.Join(' ', points)}\"/>");
    }

    /// <summary>Beside the ends of the curves, from the top down, none over another.</summary>
    private static void WriteNames(StringBuilder svg, IEnumerable<(Phase Phase, double Y)> ends)
    {
        double last = -NameHeight;
        foreach ((Phase phase, double y) in ends.OrderBy(e => e.Y))
        {
            last = Math.Max(y, last + NameHeight);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Width - Right + 8}\" y=\"{last + 4:0}\" style=\"fill:{Colours[(int)phase]}\">{phase.Word}</text>");
        }
    }

    private static double X(double nines) => Left + ((Width - Left - Right) * nines / Nines);

    private static double Percentile(double nines) => 100 - Math.Pow(10, 2 - nines);

    private static double Decades(long microseconds) => Math.Log10(Math.Max(1, microseconds));

    /// <summary>Decades of microseconds at the bottom and the top of the plot.</summary>
    private readonly record struct Scale(double Bottom, double Top)
    {
        public double Y(double decades) => PercentilePlot.Top + ((Height - PercentilePlot.Top - PercentilePlot.Bottom) * (1 - ((decades - Bottom) / (Top - Bottom))));
    }
}
