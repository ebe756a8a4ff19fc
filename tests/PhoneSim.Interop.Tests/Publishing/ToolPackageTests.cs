using System.Runtime.InteropServices;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Publishing;

/// <summary>What <c>./run.sh pack</c> makes, installed where nothing of NuGet is: the package is whole.</summary>
[Trait("Category", "Interop")]
public sealed class ToolPackageTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder folder = new();
    private readonly LabPhoneBench bench = new("7962");

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Package_InstalledAsATool_BootsAPhone()
    {
        string package = (await Repository.RunAsync("pack"))[^1];
        Finished install = await RunAsync("dotnet", "tool", "install", "phonesim", "--source", Path.GetDirectoryName(package)!, "--tool-path", folder.PathOf("tools"));
        Assert.True(install.Code == 0, install.Output + install.Error);
        Finished boot = await RunAsync(folder.PathOf("tools/phonesim"), "boot", "--profile", "7962", "--server", $"{bench.Tftp}", "--http-port", "0", "--https-port", "0", "--no-register");
        Assert.Contains("SEP001122334455 (7962): configured", boot.Output, StringComparison.Ordinal);
    }

    private Task<Finished> RunAsync(string program, params IEnumerable<string> arguments) => Finished.RunAsync(program, arguments, Patience, new Dictionary<string, string>
    {
        ["HOME"] = folder.Path, ["XDG_DATA_HOME"] = folder.PathOf("data"), ["DOTNET_CLI_HOME"] = folder.Path, ["NUGET_PACKAGES"] = folder.PathOf("packages"), ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")),
    });
}
