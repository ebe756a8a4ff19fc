using System.Globalization;
using System.Net;
using System.Text;
using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>One HTML page that needs nothing else: no script, no network; for light and dark, wide and narrow screens.</summary>
public static class HtmlReport
{
    private const string Style = """
        :root{color-scheme:light dark;--line:#d0d0d0;--soft:#f3f4f6;--good:#1a7f37;--bad:#c62828;--mute:#5f6368;--ink:#1c1c1c;--paper:#fff}
        @media(prefers-color-scheme:dark){:root{--line:#444;--soft:#22262b;--good:#56d364;--bad:#ff7b72;--mute:#9aa0a6;--ink:#e6e6e6;--paper:#16181b}}
        *{box-sizing:border-box}
        body{font:15px/1.45 system-ui,sans-serif;color:var(--ink);background:var(--paper);margin:0 auto;padding:1rem;max-width:75rem}
        h1{font-size:1.5rem;margin:.2rem 0}h2{font-size:1.15rem;margin:1.6rem 0 .4rem}h3{font-size:1rem;margin:1rem 0 .3rem}
        dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem .8rem;margin:.5rem 0}dt{color:var(--mute)}dd{margin:0;overflow-wrap:anywhere}
        table{border-collapse:collapse;width:100%;table-layout:fixed}th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-top:1px solid var(--line);overflow-wrap:anywhere}
        td[data-h]{white-space:pre-line}th{color:var(--mute);font-weight:600}th.v,td.v{width:5rem;overflow-wrap:normal}th.i,td.i{width:18rem}
        .pass{color:var(--good)}.fail{color:var(--bad);font-weight:700}.skip,.mute{color:var(--mute)}
        .totals{display:flex;gap:1.2rem;font-size:1.1rem;margin:.6rem 0}
        pre{background:var(--soft);padding:.6rem;overflow:auto;font-size:13px;margin:.3rem 0}
        details{margin:.3rem 0}summary{cursor:pointer;overflow-wrap:anywhere}
        .scroll{overflow-x:auto}svg text{fill:var(--ink);font:12px system-ui,sans-serif}svg .mute{fill:var(--mute)}svg .axis{stroke:var(--line)}svg .ask{stroke:var(--mute)}
        svg .ok{stroke:var(--good);fill:var(--good)}svg .no{stroke:var(--bad);fill:var(--bad)}svg text.ok,svg text.no{stroke:none}
        @media(max-width:640px){thead{display:none}tr{display:block;border-top:1px solid var(--line);padding:.4rem 0}td{display:block;border:0;padding:.1rem 0;width:auto!important}td[data-h]:not(:empty)::before{content:attr(data-h) ": ";color:var(--mute)}}
        """;

    public static void Write(Stream stream, Report report)
    {
        using StreamWriter html = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        html.WriteLine("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">");
        html.WriteLine($"<title>{Text(report.Title)}</title><link rel=\"icon\" href=\"data:,\"><style>{Style}</style></head><body>");
        WriteHead(html, report);
        foreach (ReportSection section in report.Sections)
            WriteSection(html, section);
        html.WriteLine("</body></html>");
    }

    private static void WriteHead(StreamWriter html, Report report)
    {
        html.WriteLine($"<h1>{Text(report.Title)}</h1><div class=\"totals\">");
        foreach (CheckVerdict verdict in Enum.GetValues<CheckVerdict>())
            html.WriteLine($"<span class=\"{(report.Count(verdict) == 0 ? "mute" : Word(verdict))}\">{report.Count(verdict)} {(verdict == CheckVerdict.Skip ? "skipped" : Word(verdict) + "ed")}</span>");
        html.WriteLine($"</div><dl>{Fact("began", report.Began.ToString("u", CultureInfo.InvariantCulture))}{Fact("took", Milliseconds(report.Duration))}");
        foreach ((string name, string value) in report.Facts)
            html.WriteLine(Fact(name, value));
        html.WriteLine("</dl>");
    }

    private static void WriteSection(StreamWriter html, ReportSection section)
    {
        html.WriteLine($"<section><h2>{Text(section.Name)}</h2>{(section.Description.Length == 0 ? "" : $"<p>{Text(section.Description)}</p>")}");
        if (section.Cases.Count > 0)
        {
            html.WriteLine($"<table><thead><tr><th class=\"v\">verdict</th><th class=\"i\">{Text(section.IdHeading)}</th><th>{Text(section.ExpectedHeading)}</th><th>found</th></tr></thead><tbody>");
            foreach (ReportCase found in section.Cases)
                html.WriteLine(Row(found, section.ExpectedHeading));
            html.WriteLine("</tbody></table>");
        }

        if (section.Exchanges.Count > 0)
            html.WriteLine($"<h3>Who asked what</h3><div class=\"scroll\">{SequenceDiagram.Draw(section.Exchanges)}</div><h3>Time line</h3><div class=\"scroll\">{TimeLine.Draw(section.Exchanges)}</div>");
        foreach (DecodedFile file in section.Files)
            html.WriteLine($"<details><summary>{Text(file.Name)}, {file.Length} bytes</summary><pre>{Text(string.Join('\n', file.Lines))}</pre></details>");
        html.WriteLine("</section>");
    }

    private static string Row(ReportCase found, string expected)
    {
        string phone = found.Phone.Length > 0 && found.Verdict == CheckVerdict.Fail ? $"<br>A phone {Text(found.Phone)}." : "";
        string clause = found.Clause.Length > 0 ? $"<br><span class=\"mute\">{Text(found.Clause)}</span>" : "";
        return $"<tr><td class=\"v {Word(found.Verdict)}\">{Word(found.Verdict)}</td><td class=\"i\">{Text(found.Id)}</td><td data-h=\"{Text(expected)}\">{Text(found.Expected)}{clause}</td><td data-h=\"found\">{Text(found.Found)}{phone}</td></tr>";
    }

    private static string Fact(string name, string value) => $"<dt>{Text(name)}</dt><dd>{Text(value)}</dd>";

    private static string Word(CheckVerdict verdict) => JsonReport.Word(verdict);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture) + " ms";

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
