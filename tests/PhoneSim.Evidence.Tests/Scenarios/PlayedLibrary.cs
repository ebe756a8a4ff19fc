using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>The library, played twice for all tests.</summary>
public sealed class PlayedLibrary : IAsyncLifetime
{
    public IReadOnlyDictionary<string, ScenarioResult> Results { get; private set; } = new Dictionary<string, ScenarioResult>();

    /// <summary>Once more, with the same seeds.</summary>
    public IReadOnlyDictionary<string, ScenarioResult> Again { get; private set; } = new Dictionary<string, ScenarioResult>();

    public async ValueTask InitializeAsync()
    {
        List<DocumentError> errors = [];
        Scenario[] all = [.. ScenarioLibrary.Names.Select(name => ScenarioLibrary.Read(name, ScenarioFiles.Profiles, errors)).OfType<Scenario>()];
        Assert.Empty(errors);
        Results = await PlayAsync(all);
        Again = await PlayAsync(all);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task<IReadOnlyDictionary<string, ScenarioResult>> PlayAsync(IReadOnlyList<Scenario> scenarios) =>
        (await ScenarioFiles.Runner.RunAsync(scenarios, seed: null, parallel: 4, seen: null, TestContext.Current.CancellationToken)).ToDictionary(r => r.Scenario.Name);
}
