using System.Text;
using PhoneSim.Evidence.Reports;

namespace PhoneSim.Evidence.Tests.Reports;

public sealed class HtmlReportTests
{
    [Theory]
    [InlineData("<script")]
    [InlineData("http://")]
    [InlineData("https://")]
    [InlineData("@import")]
    [InlineData("<others>")]
    [InlineData("CN=<SAST>")]
    public void Page_NeedsNothingElseAndEscapesWhatItShows(string forbidden) => Assert.DoesNotContain(forbidden, Written(), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("1 passed")]
    [InlineData("1 failed")]
    [InlineData("1 skipped")]
    [InlineData("A phone refuses the list.")]
    [InlineData("CAPF [::1]:3804")]
    [InlineData("aria-label=\"time line\"")]
    [InlineData("signer  CN=&lt;SAST&gt;")]
    public void Page_ShowsVerdictsExchangesAndFiles(string expected) => Assert.Contains(expected, Written(), StringComparison.Ordinal);

    private static string Written()
    {
        using MemoryStream stream = new();
        HtmlReport.Write(stream, SampleReport.Create());
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
