using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>Plays scenarios, several at once, each with servers and a phone of its own; the keys of clusters and phones are made once for all that it plays.</summary>
public sealed class ScenarioRunner(ProfileStore profiles) : IDisposable
{
    private readonly ScenarioKeys keys = new(TimeProvider.System);

    /// <param name="seed">For all of them; null: each its own.</param>
    /// <param name="parallel">How many at once.</param>
    /// <param name="seen">Told of each result, in the order of the scenarios; null: nobody is.</param>
    public async Task<IReadOnlyList<ScenarioResult>> RunAsync(IReadOnlyList<Scenario> scenarios, ulong? seed, int parallel, Action<ScenarioResult>? seen, CancellationToken cancellation)
    {
        ResultsInOrder results = new(scenarios.Count, seen);
        ParallelOptions options = new() { MaxDegreeOfParallelism = parallel, CancellationToken = cancellation };
        await Parallel.ForEachAsync(Enumerable.Range(0, scenarios.Count), options, async (i, stop) =>
        {
            await using ScenarioRun run = new(scenarios[i], seed ?? scenarios[i].Seed, keys, profiles, TimeProvider.System);
            results.Add(i, await run.RunAsync(stop));
        });
        return results.All;
    }

    public void Dispose() => keys.Dispose();

    /// <summary>Tells results in the order of their scenarios, each as soon as those before it are told.</summary>
    private sealed class ResultsInOrder(int count, Action<ScenarioResult>? seen)
    {
        private readonly ScenarioResult?[] results = new ScenarioResult?[count];
        private int told;

        public IReadOnlyList<ScenarioResult> All => [.. results.OfType<ScenarioResult>()];

        public void Add(int index, ScenarioResult result)
        {
            lock (results)
                for (results[index] = result; told < count && results[told] is { } next; told++)
                    seen?.Invoke(next);
        }
    }
}
