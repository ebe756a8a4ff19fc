using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Publishing;

/// <summary>The work tree these tests were built from.</summary>
internal static class Repository
{
    public static string PathOf(string name) => Path.GetFullPath(Path.Combine(Vectors.PathOf(""), "..", "..", name));

    /// <summary>Runs ./run.sh; the lines it prints on standard output.</summary>
    public static async Task<IReadOnlyList<string>> RunAsync(params IReadOnlyList<string> arguments)
    {
        Finished run = await Finished.RunAsync("bash", [PathOf("run.sh"), .. arguments], TimeSpan.FromMinutes(8));
        Assert.True(run.Code == 0, run.Error);
        return run.Output.TrimEnd().Split('\n');
    }
}
