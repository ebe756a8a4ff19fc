using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Cli.Tests.Shells;

public sealed class ManTests : IDisposable
{
    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task Page_NamesEveryCommandAndItsOptions()
    {
        string page = (await phonesim.RunAsync("man")).Output;
        Assert.All((string[])[".SS boot", ".SS lab phone set NAME", ".SS fleet", ".SS merge SHARD.json ...", "\\-\\-find\\-max", ".SH EXIT STATUS"], text => Assert.Contains(text, page, StringComparison.Ordinal));
    }

    [Theory]
    [Trait("Category", "Interop")]
    [InlineData("groff", "-ww -z -k -man -Tutf8")]
    [InlineData("mandoc", "-T ascii -W error,stop")]
    public async Task Page_IsReadWithoutAWarning(string program, string options)
    {
        Programs.Require(program);
        await File.WriteAllTextAsync(phonesim.PathOf("phonesim.1"), (await phonesim.RunAsync("man")).Output, TestContext.Current.CancellationToken);
        Finished run = await Finished.RunAsync(RealServer.Find(program)!, [.. options.Split(' '), phonesim.PathOf("phonesim.1")], TimeSpan.FromSeconds(30));
        Assert.Equal((0, ""), (run.Code, run.Error));
    }
}
