using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>A right server: nothing fails, and what is skipped says why.</summary>
public sealed class CleanServerTests
{
    [Theory]
    [InlineData("7962", true)]
    [InlineData("7962", false)]
    [InlineData("8845", true)]
    [InlineData("7962-sip-manual", true)]
    [InlineData("6921-rc4", true)]
    public async Task Suite_AgainstARightServer_FailsNothing(string profile, bool encrypted)
    {
        await using CheckBench bench = new(profile, encrypted);
        CheckRun run = await bench.RunAsync();
        Assert.Equal([], run.Results.Where(r => r.Verdict == CheckVerdict.Fail).Select(r => $"{r.Check.Id}: {r.Outcome.Found}"));
        Assert.All(run.Results.Where(r => r.Verdict == CheckVerdict.Skip), r => Assert.NotEmpty(r.Outcome.Found));
        Assert.True(run.Results.Count(r => r.Verdict == CheckVerdict.Pass) > 40);
    }

    [Fact]
    public async Task LargeFile_WhoseBlockNumbersWrap_Passes()
    {
        await using CheckBench bench = new();
        bench.AddLargeFile();
        CheckRun run = await bench.RunAsync("tftp.block-wrap");
        Assert.Equal(CheckVerdict.Pass, Assert.Single(run.Results).Verdict);
    }

    [Fact]
    public void Ids_AreUniqueAndEveryCheckStandsOnAClause()
    {
        Assert.Equal(CheckSuite.All.Count, CheckSuite.All.Select(c => c.Id).Distinct().Count());
        Assert.All(CheckSuite.All, check => Assert.NotEmpty(check.Clause));
    }
}
