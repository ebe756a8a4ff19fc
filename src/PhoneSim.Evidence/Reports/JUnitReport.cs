using System.Globalization;
using System.Xml.Linq;
using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Reports;

/// <summary>JUnit XML as CI systems read it (the schema of the Jenkins xUnit plugin): a suite a section, a test case an expectation.</summary>
public static class JUnitReport
{
    public static void Write(Stream stream, Report report)
    {
        XElement root = new("testsuites", new XAttribute("name", report.Title), Counts(report.Count), Time(report.Duration));
        root.Add(report.Sections.Select((section, i) => Suite(report, section, i)));
        new XDocument(root).Save(stream);
    }

    private static XElement Suite(Report report, ReportSection section, int number) => new("testsuite",
        new XAttribute("name", section.Name), new XAttribute("id", number), Counts(section.Count), new XAttribute("skipped", section.Count(CheckVerdict.Skip)), Time(section.Duration),
        new XAttribute("timestamp", report.Began.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)), new XAttribute("hostname", "phonesim"),
        new XElement("properties", report.Facts.Select(f => new XElement("property", new XAttribute("name", f.Name), new XAttribute("value", f.Value)))),
        section.Cases.Select(c => Case(section, c)));

    private static XElement Case(ReportSection section, ReportCase found)
    {
        XElement element = new("testcase", new XAttribute("name", found.Id), new XAttribute("classname", $"phonesim.{section.Name}"), Time(found.Duration));
        if (found.Verdict == CheckVerdict.Skip)
            element.Add(new XElement("skipped", new XAttribute("message", found.Found)));
        if (found.Verdict == CheckVerdict.Fail)
            element.Add(new XElement("failure", new XAttribute("message", $"{found.Expected}: {found.Found}"), new XAttribute("type", found.Id), Details(found)));
        return element;
    }

    private static string Details(ReportCase found) =>
        string.Join('\n', new[] { ("expected", found.Expected), ("found", found.Found), ("a phone", found.Phone), ("clause", found.Clause) }.Where(l => l.Item2.Length > 0).Select(l => $"{l.Item1}: {l.Item2}"));

    private static XAttribute[] Counts(Func<CheckVerdict, int> count) =>
    [
        new("tests", count(CheckVerdict.Pass) + count(CheckVerdict.Fail) + count(CheckVerdict.Skip)), new("failures", count(CheckVerdict.Fail)), new("errors", 0),
    ];

    private static XAttribute Time(TimeSpan time) => new("time", time.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture));
}
