using System.Xml.Linq;
using System.Xml.Schema;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Evidence.Tests.Reports;

public sealed class JUnitReportTests
{
    /// <summary>junit-10.xsd of the Jenkins xUnit plugin, as published.</summary>
    [Fact]
    public void Report_IsValidByThePublishedSchema()
    {
        XmlSchemaSet schemas = new();
        schemas.Add(null, Path.Combine(AppContext.BaseDirectory, "Reports", "junit-10.xsd"));
        List<string> problems = [];
        Written().Validate(schemas, (_, e) => problems.Add(e.Message));
        Assert.Equal([], problems);
    }

    [Fact]
    public void Report_CountsAndExplainsEachCase()
    {
        XElement suite = Written().Root!.Element("testsuite")!;
        Assert.Equal(("3", "1", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("skipped")!.Value));
        Assert.Equal("there is no ITL", suite.Descendants("skipped").Single().Attribute("message")!.Value);
        Assert.Contains("a phone: refuses the list", suite.Descendants("failure").Single().Value, StringComparison.Ordinal);
    }

    private static XDocument Written()
    {
        using MemoryStream stream = new();
        JUnitReport.Write(stream, SampleReport.Create());
        stream.Position = 0;
        return XDocument.Load(stream);
    }
}
