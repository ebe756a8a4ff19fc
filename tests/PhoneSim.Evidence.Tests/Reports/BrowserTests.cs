using System.Text;
using PhoneSim.Evidence.Reports;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Evidence.Tests.Reports;

/// <summary>The page in a real browser: no message in its console, nothing wider than the window.</summary>
[Trait("Category", "Interop")]
public sealed class BrowserTests
{
    [Theory]
    [InlineData(1280, "light")]
    [InlineData(1280, "dark")]
    [InlineData(400, "light")]
    [InlineData(400, "dark")]
    public async Task Page_InChromium_FitsAndLogsNothing(int width, string scheme)
    {
        using TemporaryFolder folder = new();
        string path = folder.PathOf("report.html");
        await File.WriteAllTextAsync(path, Measured(), TestContext.Current.CancellationToken);
        (string page, string log) = await Chromium.DumpAsync(path, width, scheme);
        Assert.Contains("<title>fits</title>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("CONSOLE", log, StringComparison.Ordinal);
    }

    /// <summary>The page, with a measuring rod that only the test puts there.</summary>
    private static string Measured()
    {
        using MemoryStream stream = new();
        HtmlReport.Write(stream, SampleReport.Create());
        return Encoding.UTF8.GetString(stream.ToArray()).Replace("</body>", "<script>document.title=document.documentElement.scrollWidth<=innerWidth?'fits':'overflows '+document.documentElement.scrollWidth</script></body>", StringComparison.Ordinal);
    }
}
