using PhoneSim.Evidence.Scenarios;
using PhoneSim.Evidence.Scenarios.Reading;
using PhoneSim.Evidence.Scenarios.Running;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Tests.Scenarios;

/// <summary>Scenarios written in a test.</summary>
internal static class ScenarioFiles
{
    public static ProfileStore Profiles { get; } = new();

    /// <summary>Shared: making the keys of a run takes longer than a scenario.</summary>
    public static ScenarioRunner Runner { get; } = NewRunner();

    public static IReadOnlyList<DocumentError> ErrorsOf(string yaml)
    {
        List<DocumentError> errors = [];
        ScenarioReader.Read("mine.yaml", yaml, Profiles, errors);
        return errors;
    }

    public static async Task<ScenarioResult> PlayAsync(string yaml, ulong? seed = null)
    {
        List<DocumentError> errors = [];
        Scenario? scenario = ScenarioReader.Read("mine.yaml", yaml, Profiles, errors);
        Assert.Empty(errors);
        return (await Runner.RunAsync([scenario!], seed, 1, null, TestContext.Current.CancellationToken))[0];
    }

    private static ScenarioRunner NewRunner()
    {
        ScenarioRunner runner = new(Profiles);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => runner.Dispose();
        return runner;
    }
}
