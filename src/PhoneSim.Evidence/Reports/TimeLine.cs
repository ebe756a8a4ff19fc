using System.Globalization;
using System.Net;
using System.Text;

namespace PhoneSim.Evidence.Reports;

/// <summary>When each question was open, as SVG bars over a common axis.</summary>
internal static class TimeLine
{
    private const int Labels = 300;
    private const int Bars = 600;
    private const int Step = 20;

    public static string Draw(IReadOnlyList<Exchange> exchanges)
    {
        double start = exchanges.Min(e => e.At).TotalMilliseconds;
        double length = Math.Max(1, exchanges.Max(e => e.At + e.Took).TotalMilliseconds - start);
        int height = (exchanges.Count * Step) + 24;
        StringBuilder svg = new($"<svg width=\"{Labels + Bars + 90}\" height=\"{height}\" viewBox=\"0 0 {Labels + Bars + 90} {height}\" role=\"img\" aria-label=\"time line\">");
        for (int i = 0; i < exchanges.Count; i++)
            Append(svg, exchanges[i], start, length, i * Step);
        for (int i = 0; i <= 4; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mute\" x=\"{Labels + (Bars * i / 4)}\" y=\"{height - 4}\" text-anchor=\"middle\">{start + (length * i / 4):0} ms</text>");
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Exchange exchange, double start, double length, int y)
    {
        double x = Labels + (Bars * (exchange.At.TotalMilliseconds - start) / length);
        double width = Math.Max(2, Bars * exchange.Took.TotalMilliseconds / length);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Labels - 8}\" y=\"{y + 13}\" text-anchor=\"end\">{WebUtility.HtmlEncode(exchange.Question.Length <= 44 ? exchange.Question : exchange.Question[..43] + "…")}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{(exchange.Good ? "ok" : "no")}\" x=\"{x:0.0}\" y=\"{y + 3}\" width=\"{width:0.0}\" height=\"{Step - 8}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mute\" x=\"{x + width + 6:0.0}\" y=\"{y + 13}\">{exchange.Took.TotalMilliseconds:0.0} ms</text>");
    }
}
