using System.Globalization;
using System.Text.Json;
using PhoneSim.Lab;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Publishing;

/// <summary>The native program: what trimming or ahead-of-time compilation could break.</summary>
[Trait("Category", "Interop")]
public sealed class NativeProgramTests(PublishedProgram program) : IClassFixture<PublishedProgram>, IDisposable
{
    private const string Phone = "SEP001122334455";
    private const long SizeLimit = 60_000_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Version_IsOneLine()
    {
        Finished run = await program.RunAsync("--version");
        Assert.Matches(@"^phonesim \d+\.\d+\.\d+\S*\n$", run.Output);
    }

    [Fact]
    public async Task Folder_HoldsOneFileOfBearableSize()
    {
        await program.RunAsync("--version");
        string file = Assert.Single(Directory.GetFiles(Path.GetDirectoryName(program.Path)!));
        Assert.InRange(new FileInfo(file).Length, 1, SizeLimit);
    }

    [Fact]
    public async Task Inspect_Vector_VerifiesAndDecrypts()
    {
        Finished run = await program.RunAsync("inspect", Vectors.PathOf($"sha512/{Phone}.cnf.xml.enc.sgn"), "--cert", Vectors.PathOf("keys/CUCM.pem"), "--key", Vectors.PathOf("keys/phone-lsc.pem"), "--out", folder.PathOf("clear.xml"), "--json");
        Assert.Equal(0, run.Code);
        Assert.Equal("valid", JsonDocument.Parse(run.Output).RootElement.GetProperty("signature").GetString());
        Assert.Equal(Vectors.Bytes("plain.cnf.xml"), await File.ReadAllBytesAsync(folder.PathOf("clear.xml"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("7962")]
    [InlineData("8845")]
    public async Task Boot_EnrolsAndRegistersAtALab(string profile)
    {
        await using LabServer lab = await LabAsync(profile);
        Finished run = await program.RunAsync("boot", "--server", $"{lab.Tftp}", "--profile", profile, "--mac", Phone[3..], "--flash", folder.PathOf("flash"), "--http-port", Port(lab.Http), "--https-port", Port(lab.Https), "--json");
        JsonElement result = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]).RootElement;
        Assert.Equal(("registered", true), (result.GetProperty("outcome").GetString(), result.GetProperty("config").GetProperty("encrypted").GetBoolean()));
        Assert.Equal("stored", result.GetProperty("capf")[0].GetProperty("result").GetString());
    }

    [Fact]
    public async Task Fleet_MeasuresAndMerges()
    {
        await using LabServer lab = await LabAsync("7962");
        for (int shard = 0; shard < 2; shard++)
            await program.RunAsync("fleet", "--server", $"{lab.Tftp}", "--first-mac", Phone[3..], "--count", "20", "--shard", $"{shard}/2", "--retry", "0", "--http-port", "0", "--https-port", "0", "--summary", folder.PathOf($"{shard}.json"));
        Finished run = await program.RunAsync("merge", folder.PathOf("0.json"), folder.PathOf("1.json"), "--html", folder.PathOf("report.html"));
        Assert.DoesNotContain("cannot be read", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(folder.PathOf("report.html")), run.Error);
    }

    private static string Port(System.Net.IPEndPoint at) => at.Port.ToString(CultureInfo.InvariantCulture);

    private async Task<LabServer> LabAsync(string profile)
    {
        string root = folder.PathOf("lab");
        foreach (string line in (string[])[$"add {Phone} --profile {profile}", $"set {Phone} --encrypted-config on --capf install --capf-mode null-string"])
            Assert.Equal(0, (await program.RunAsync(["lab", "phone", .. line.Split(' '), "--root", root])).Code);
        return new(new PhoneDatabase(root, new ProfileStore(), TimeProvider.System), new LabOptions(), TimeProvider.System, new());
    }
}
