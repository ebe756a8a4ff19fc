using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Publishing;

/// <summary>What <c>./run.sh publish</c> makes, once for all tests of it.</summary>
public sealed class PublishedProgram : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (RealServer.Find("gcc") is not null || RealServer.Find("clang") is not null)
            Path = (await Repository.RunAsync("publish"))[^1];
    }

    public string PathOf(string name) => folder.PathOf(name);

    public async Task<Finished> RunAsync(params IEnumerable<string> arguments)
    {
        if (Path.Length == 0)
            Programs.Require("gcc");
        return await Finished.RunAsync(Path, arguments, TimeSpan.FromSeconds(60));
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => folder.Dispose();
}
