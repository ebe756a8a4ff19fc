using System.Globalization;
using System.Net;
using System.Text;

namespace PhoneSim.Evidence.Reports;

/// <summary>Questions and answers between lifelines, as SVG.</summary>
internal static class SequenceDiagram
{
    private const int Column = 300;
    private const int Left = 110;
    private const int Top = 34;
    private const int Step = 40;

    public static string Draw(IReadOnlyList<Exchange> exchanges)
    {
        string[] parties = [.. exchanges.SelectMany(e => new[] { e.From, e.To }).Distinct()];
        int width = Left + ((parties.Length - 1) * Column) + 130;
        int height = Top + (exchanges.Count * Step) + 20;
        StringBuilder svg = new($"<svg width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"sequence diagram\">");
        for (int i = 0; i < parties.Length; i++)
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{X(i)}\" y=\"16\" text-anchor=\"middle\">{Text(parties[i])}</text><line class=\"axis\" x1=\"{X(i)}\" x2=\"{X(i)}\" y1=\"24\" y2=\"{height}\"/>");
        for (int i = 0; i < exchanges.Count; i++)
            Append(svg, exchanges[i], Array.IndexOf(parties, exchanges[i].From), Array.IndexOf(parties, exchanges[i].To), Top + (i * Step) + 14);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Exchange exchange, int from, int to, int y)
    {
        int middle = (X(from) + X(to)) / 2;
        string kind = exchange.Good ? "ok" : "no";
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mute\" x=\"2\" y=\"{y + 4}\">{exchange.At.TotalMilliseconds:0} ms</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{middle}\" y=\"{y - 4}\" text-anchor=\"middle\">{Text(exchange.Question)}</text>");
        Arrow(svg, X(from), X(to), y, "ask");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" x=\"{middle}\" y=\"{y + 14}\" text-anchor=\"middle\">{Text(exchange.Answer)}</text>");
        Arrow(svg, X(to), X(from), y + 18, kind);
    }

    private static void Arrow(StringBuilder svg, int from, int to, int y, string kind)
    {
        int head = to > from ? -7 : 7;
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{kind}\" fill=\"none\" d=\"M{from} {y}H{to}m{head} -3l{-head} 3l{head} 3\" style=\"fill:none\"/>");
    }

    private static int X(int column) => Left + (column * Column);

    private static string Text(string text) => WebUtility.HtmlEncode(text.Length <= 46 ? text : text[..45] + "…");
}
