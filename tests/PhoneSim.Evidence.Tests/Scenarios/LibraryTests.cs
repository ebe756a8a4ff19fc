using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Running;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>Every scenario that the program brings along, played over real sockets.</summary>
public sealed class LibraryTests(PlayedLibrary library) : IClassFixture<PlayedLibrary>
{
    private static readonly string[] Faulty = ["faults-loss", "faults-duplicate", "faults-reorder", "faults-delay", "faults-wrong-transfer-id"];

    public static TheoryData<string> Names => [.. ScenarioLibrary.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_OfTheLibrary_IsAsExpected(string name)
    {
        ScenarioResult result = library.Results[name];
        Assert.True(result.Succeeded, string.Join('\n', result.Cases.Where(c => !c.IsMet).Select(c => $"{result.Scenario.File}:{c.Line} {c.What}\n{string.Join('\n', c.Difference!)}")));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_OfTheLibrary_ExpectsSomething_AndCitesItsClause(string name)
    {
        Assert.NotEmpty(library.Results[name].Cases);
        Assert.Matches("Seed|boot.md|RFC|spec/", library.Results[name].Scenario.Story);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Scenario_SameSeed_GivesTheSameEvents(string name) => Assert.Equal(library.Results[name].EventLines, library.Again[name].EventLines);

    [Fact]
    public void Faults_AreReallyPlanted() => Assert.All(Faulty, name =>
    {
        var tally = library.Results[name].Tally;
        Assert.True(tally.Lost + tally.Doubled + tally.Reordered + tally.Delayed + tally.Foreign > 0, $"{name}: {tally}");
    });

    [Fact]
    public void TimeOuts_PassInThePhonesTime_NotInOurs() => Assert.True(library.Results["cached-configuration"].PhoneTime > library.Results["cached-configuration"].Took);
}
