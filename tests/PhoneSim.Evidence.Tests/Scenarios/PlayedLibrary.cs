using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>The library, played once for all tests.</summary>
public sealed class PlayedLibrary : IAsyncLifetime
{
    public IReadOnlyDictionary<string, ScenarioResult> Results { get; private set; } = new Dictionary<string, ScenarioResult>();

    /// <summary>Those with chance in them, once more with the same seeds.</summary>
    public IReadOnlyDictionary<string, ScenarioResult> Again { get; private set; } = new Dictionary<string, ScenarioResult>();

    public static bool HasChance(string name) => name.StartsWith("faults-", StringComparison.Ordinal) || name is "public-key-hash-blank" or "migration-through-tvs" or "cached-configuration" or "https-with-new-itl" or "certificate-regeneration-sast";

    public async ValueTask InitializeAsync()
    {
        List<DocumentError> errors = [];
        Scenario[] all = [.. ScenarioLibrary.Names.Select(name => ScenarioLibrary.Read(name, ScenarioFiles.Profiles, errors)).OfType<Scenario>()];
        Assert.Empty(errors);
        Results = await PlayAsync(all);
        Again = await PlayAsync([.. all.Where(s => HasChance(s.Name))]);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyDictionary<string, ScenarioResult>> PlayAsync(IReadOnlyList<Scenario> scenarios) =>
        (await ScenarioFiles.Runner.RunAsync(scenarios, seed: null, parallel: 4, seen: null, TestContext.Current.CancellationToken)).ToDictionary(r => r.Scenario.Name);
}
