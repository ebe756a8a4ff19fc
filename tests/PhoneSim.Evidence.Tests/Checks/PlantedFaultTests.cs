using PhoneSim.Evidence.Checks;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>A single fault planted in a right server: the check that is made for it fails, and no other.</summary>
public sealed class PlantedFaultTests
{
    public static TheoryData<string> Ids => [.. CheckSuite.All.Select(check => check.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Fault_PlantedForACheck_FailsThatCheckOnly(string id)
    {
        await using CheckBench bench = PlantedFaults.BenchFor(id);
        bench.AllowsChanges = id.StartsWith("capf.", StringComparison.Ordinal);
        PlantedFaults.All[id](bench);
        CheckRun run = await bench.RunAsync();
        Assert.Equal([id], run.Results.Where(r => r.Verdict == CheckVerdict.Fail).Select(r => r.Check.Id));
    }
}
