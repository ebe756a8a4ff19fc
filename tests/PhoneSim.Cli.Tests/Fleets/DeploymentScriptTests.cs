using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Cli.Tests.Fleets;

/// <summary>The scripts of src/PhoneSim.Fleet/deploy with stand-ins for ssh and Slurm, so that all hosts are this one.</summary>
[Trait("Category", "Interop")]
public sealed class DeploymentScriptTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly FleetSite site = new();
    private readonly TemporaryFolder folder = new();

    public DeploymentScriptTests()
    {
        folder.Script("bin/phonesim", $"exec dotnet '{CommandLine.Program}' \"$@\"");
        folder.Script("bin/ssh", "[ \"$1 $2\" = '-o BatchMode=yes' ] && [ \"$3\" != absent ] && exec bash -c \"$4\"\necho \"ssh: Could not resolve hostname $3\" >&2; exit 255");
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await site.DisposeAsync();
    }

    [Theory]
    [InlineData("ssh.sh")]
    [InlineData("slurm.sh")]
    public async Task Script_HasNoMistakeThatShellcheckKnows(string script)
    {
        Programs.Require("shellcheck");
        Finished run = await Finished.RunAsync("shellcheck", [Deploy(script)], Patience);
        Assert.Equal((0, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task Ssh_OneShardAHost_MergedHere()
    {
        Finished run = await RunAsync("ssh.sh", ["one two three", .. site.Options.Split(' ')], new() { ["DELAY"] = "3", ["SLO"] = "failed<1" });
        Assert.Contains($"{FleetSite.Phones} phones", run.Output, StringComparison.Ordinal);
        Assert.Contains("slo met: failed<1", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("fleet.html")));
    }

    [Fact]
    public async Task Ssh_HostThatIsNotThere_IsNamed()
    {
        Finished run = await RunAsync("ssh.sh", ["one absent", .. site.Options.Split(' ')], new() { ["DELAY"] = "1" });
        Assert.Equal((1, "ssh.sh: no result from absent: ssh: Could not resolve hostname absent"), (run.Code, run.Error.Trim()));
    }

    [Fact]
    public async Task Slurm_TaskRunsItsShard()
    {
        Finished run = await RunAsync("slurm.sh", [.. site.Options.Split(' ')[2..]], new()
        {
            ["SERVER"] = site.Options.Split(' ')[1], ["START_AT"] = "2020-01-01T00:00:00Z", ["SLURM_ARRAY_TASK_ID"] = "1", ["SLURM_ARRAY_TASK_COUNT"] = "2",
        });
        Assert.Equal(0, run.Code);
        Assert.Contains("\"shard\": \"1/2\"", await File.ReadAllTextAsync(folder.PathOf("shard-1.json"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static string Deploy(string script) => Path.GetFullPath(Path.Combine(Vectors.PathOf(""), "..", "..", "src", "PhoneSim.Fleet", "deploy", script));

    private Task<Finished> RunAsync(string script, IReadOnlyList<string> arguments, Dictionary<string, string> environment)
    {
        environment["PATH"] = $"{folder.PathOf("bin")}:{Environment.GetEnvironmentVariable("PATH")}";
        return Finished.RunAsync("bash", ["-c", "cd \"$0\" && exec \"$@\"", folder.Path, Deploy(script), .. arguments], Patience, environment);
    }
}
