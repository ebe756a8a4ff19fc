using System.Globalization;
using System.Net;
using System.Text;
using PhoneSim.Fleet.Measure;

namespace PhoneSim.Fleet.Results;

/// <summary>One HTML page that needs nothing else, for light and dark, wide and narrow screens: verdicts, objectives, each phase in numbers and as a curve, servers, the generator itself.</summary>
public static class FleetHtml
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#d0d0d0;--soft:#f3f4f6;--good:#1a7f37;--bad:#c62828;--mute:#5f6368;--ink:#1c1c1c;--paper:#fff}
        @media(prefers-color-scheme:dark){:root{--line:#444;--soft:#22262b;--good:#56d364;--bad:#ff7b72;--mute:#9aa0a6;--ink:#e6e6e6;--paper:#16181b}}
        *{box-sizing:border-box}
        body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;padding:1rem;max-width:64rem}
        h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}p{margin:.3rem 0}
        .good{color:var(--good)}.bad{color:var(--bad);font-weight:700}.mute{color:var(--mute)}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;border-top:1px solid var(--line);text-align:right;white-space:nowrap}
        th:first-child,td:first-child{text-align:left}th{color:var(--mute);font-weight:600}
        svg{width:100%;height:auto;min-width:34rem}svg text{fill:var(--mute);font:12px system-ui,sans-serif}svg line{stroke:var(--line)}
        """;

    public static void Write(Stream stream, FleetSummary summary, Slo? slo)
    {
        using StreamWriter html = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\"><title>Fleet {Text(summary.Fleet)}</title><link rel=\"icon\" href=\"data:,\"><style>{Style}</style></head><body>");
        WriteHead(html, summary);
        WriteObjectives(html, summary, slo);
        html.WriteLine($"<h2>Latency over percentile</h2><p class=\"mute\">A boot counts from its intended start.</p><div class=\"scroll\">{PercentilePlot.Of(summary.Phases)}</div>");
        WritePhases(html, summary);
        WriteServers(html, summary);
        html.WriteLine($"<h2>Generator</h2>{string.Concat(FleetSummaryText.Generator(summary).Select(line => $"<p>{Text(line)}</p>"))}</body></html>");
    }

    private static void WriteHead(StreamWriter html, FleetSummary summary)
    {
        html.WriteLine($"<h1>Fleet {Text(summary.Fleet)}</h1><p class=\"mute\">{Text(summary.Began.ToString("u", CultureInfo.InvariantCulture))}{(summary.Shard.Count > 1 ? $", shard {summary.Shard}" : "")}</p>");
        if (summary.Maximum is { } maximum)
            html.WriteLine($"<p><strong>{Text(maximum.ToString())}</strong></p>");
        html.WriteLine($"<p>{Text(FleetSummaryText.Totals(summary))}</p>");
        html.WriteLine($"<p>{string.Join(", ", summary.Verdicts.OrderBy(v => v.Key).Select(v => $"<span class=\"{(v.Key.Succeeded ? "good" : "bad")}\">{Text(v.Key.Word)} {v.Value}</span>"))}</p>");
        foreach (string complaint in summary.Watch.Complaints)
            html.WriteLine($"<p class=\"bad\">INVALID: {Text(complaint)}</p>");
    }

    private static void WriteObjectives(StreamWriter html, FleetSummary summary, Slo? slo)
    {
        if (slo is null)
            return;
        html.WriteLine("<h2>Objectives</h2>");
        foreach (SloTerm term in slo.Terms)
            html.WriteLine($"<p><span class=\"{(term.IsMetBy(summary) ? "good\">met" : "bad\">missed")}</span> {Text(term.Text)} <span class=\"mute\">({Text(term.Say(summary))})</span></p>");
    }

    private static void WritePhases(StreamWriter html, FleetSummary summary)
    {
        html.WriteLine("<h2>Phases</h2><div class=\"scroll\"><table><tr><th>phase</th><th>count</th><th>p50 ms</th><th>p90 ms</th><th>p99 ms</th><th>p99.9 ms</th><th>max ms</th></tr>");
        foreach (Phase phase in Enum.GetValues<Phase>().Where(p => summary.Phases[p].TotalCount > 0))
            html.WriteLine($"<tr><td>{phase.Word}</td><td>{summary.Phases[phase].TotalCount}</td>{string.Concat(new[] { 50, 90, 99, 99.9, 100 }.Select(p => $"<td>{Milliseconds(summary.Phases[phase].GetValueAtPercentile(p) / 1000.0)}</td>"))}</tr>");
        html.WriteLine("</table></div>");
    }

    private static void WriteServers(StreamWriter html, FleetSummary summary)
    {
        html.WriteLine("<h2>Servers, the slowest first</h2><div class=\"scroll\"><table><tr><th>server</th><th>requests</th><th>unanswered</th><th>mean ms</th><th>slowest ms</th></tr>");
        foreach (ServerTally server in summary.Servers)
            html.WriteLine($"<tr><td>{Text(server.Server.ToString())}</td><td>{server.Requests}</td><td>{server.Unanswered}</td><td>{Milliseconds(server.Mean.TotalMilliseconds)}</td><td>{Milliseconds(server.Slowest.TotalMilliseconds)}</td></tr>");
        html.WriteLine("</table></div>");
    }

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Milliseconds(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
