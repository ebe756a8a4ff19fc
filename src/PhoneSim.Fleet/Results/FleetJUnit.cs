using System.Globalization;
using System.Xml.Linq;

namespace PhoneSim.Fleet.Results;

/// <summary>JUnit XML: one test case a term of the objective, one for the generator itself.</summary>
public static class FleetJUnit
{
    public static void Write(Stream stream, FleetSummary summary, Slo? slo)
    {
        List<XElement> cases = [Case("the generator was not the bottleneck", string.Join("; ", summary.Watch.Complaints))];
        cases.AddRange((slo?.Terms ?? []).Select(term => Case(term.Text, term.IsMetBy(summary) ? "" : term.Say(summary))));
        if (slo is null)
            cases.Add(Case("all phones configured", summary.Failed == 0 ? "" : $"{summary.Failed} of {summary.Due} phones failed"));
        XElement suite = new("testsuite", new XAttribute("name", "phonesim fleet " + summary.Fleet), new XAttribute("tests", cases.Count),
            new XAttribute("failures", cases.Count(c => c.Element("failure") is not null)), new XAttribute("time", summary.Wall.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)), cases);
        new XDocument(new XElement("testsuites", suite)).Save(stream);
    }

    /// <param name="failure">Empty: passed.</param>
    private static XElement Case(string name, string failure) =>
        new("testcase", new XAttribute("classname", "phonesim.fleet"), new XAttribute("name", name), failure.Length == 0 ? null : new XElement("failure", new XAttribute("message", failure)));
}
