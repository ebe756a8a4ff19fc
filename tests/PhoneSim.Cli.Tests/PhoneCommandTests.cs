using System.Text.Json;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>boot and press before the lab: exit codes, JSON, explanations, secrets.</summary>
public sealed class PhoneCommandTests : IDisposable
{
    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task Boot_Json_EndsWithTheResultOfTheContract()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await BootAsync(bench, "--json");
        JsonElement result = run.Json;
        Assert.Equal(0, run.Code);
        Assert.Equal(("result", 1, "SEP001122334455", "7962", "registered"), (result.GetProperty("type").GetString(), result.GetProperty("schema").GetInt32(),
            result.GetProperty("device").GetString(), result.GetProperty("profile").GetString(), result.GetProperty("outcome").GetString()));
        JsonElement config = result.GetProperty("config");
        Assert.Equal(("SEP001122334455.cnf.xml.sgn", true, false, "valid", "network"), (config.GetProperty("file").GetString(), config.GetProperty("full").GetBoolean(),
            config.GetProperty("encrypted").GetBoolean(), config.GetProperty("signature").GetString(), config.GetProperty("source").GetString()));
        Assert.Matches("^[0-9a-f]{64}$", config.GetProperty("sha256").GetString());
        Assert.Equal(("none", "initial"), (result.GetProperty("trust").GetProperty("ctl").GetString(), result.GetProperty("trust").GetProperty("itl").GetString()));
        Assert.Equal("mic", result.GetProperty("certificate").GetProperty("kind").GetString());
        Assert.Equal("file", result.GetProperty("digestCredentials").GetProperty("source").GetString());
        Assert.All(run.Lines.SkipLast(1), line => Assert.Equal("event", JsonDocument.Parse(line).RootElement.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task Boot_NoRegister_EndsConfigured()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await BootAsync(bench, "--json --no-register");
        Assert.Equal((0, "configured"), (run.Code, run.Json.GetProperty("outcome").GetString()));
    }

    [Fact]
    public async Task Boot_Enrolment_IsReportedWithReasonOperationAndResult()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfKeyBits = 1024 });
        JsonElement capf = (await BootAsync(bench, "--json")).Json.GetProperty("capf")[0];
        Assert.Equal(("public-key-mismatch", "install", "stored"), (capf.GetProperty("reason").GetString(), capf.GetProperty("operation").GetString(), capf.GetProperty("result").GetString()));
    }

    [Fact]
    public async Task Boot_WaitingForTheString_ExitsWithOne()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.AuthString, AuthString = new("482913"), CapfKeyBits = 1024 });
        CommandLine.Run waiting = await BootAsync(bench, "--json");
        Assert.Equal((1, "waiting-for-auth-string"), (waiting.Code, waiting.Json.GetProperty("outcome").GetString()));
        Assert.Equal("registered", (await BootAsync(bench, "--json --auth-string 482913")).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Boot_NobodyThere_IsUnreachable()
    {
        CommandLine.Run run = await phonesim.RunAsync($"boot --server 127.0.0.1:9 --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --time-scale 100 --json");
        Assert.Equal((1, "unreachable"), (run.Code, run.Json.GetProperty("outcome").GetString()));
        Assert.Equal("refused", run.Json.GetProperty("requests")[0].GetProperty("answer").GetString());
    }

    [Fact]
    public async Task Boot_Until_StopsInThatState()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await BootAsync(bench, "--until FetchingItl --json");
        Assert.Single(run.Json.GetProperty("requests").EnumerateArray());
    }

    [Fact]
    public async Task Boot_FlashInUse_IsExitCodeThree()
    {
        using PhoneSim.Phone.Flash.FolderFlash held = new(phonesim.PathOf("flash"));
        CommandLine.Run run = await phonesim.RunAsync($"boot --server 127.0.0.1:9 --flash {phonesim.PathOf("flash")}");
        Assert.Equal(3, run.Code);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task Boot_NewMicFromFile_IsTheOneInFlash()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await BootAsync(bench, $"--json --mic {Vectors.PathOf("keys/phone-mic.pem")}");
        Assert.Equal(SharedKeys.Mic.Md5, run.Json.GetProperty("certificate").GetProperty("md5").GetString());
    }

    [Fact]
    public async Task Explain_UnknownSigner_NamesFileSignerAndWhatThePhoneShows()
    {
        await using LabPhoneBench bench = new("7962");
        await using LabPhoneBench other = new("7962", ownKeys: true);
        await BootAsync(other, "");
        CommandLine.Run run = await BootAsync(bench, "--explain");
        Assert.Equal(1, run.Code);
        Assert.Contains("signature of SEP001122334455.cnf.xml.sgn", run.Output, StringComparison.Ordinal);
        Assert.Contains("CN=CUCM.lab", run.Output, StringComparison.Ordinal);
        Assert.Contains("phone shows \"SEP001122334455.cnf.xml.sgn: authentication failed\"", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_MistypedKey_NamesTheKeyTheRuleAndWhatThePhoneShows()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, '7'));
        await PressAsync(bench, "settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:88888888888888888888888888888888 soft:Accept");
        CommandLine.Run run = await BootAsync(bench, "--explain");
        Assert.Equal(1, run.Code);
        Assert.Contains("cannot decrypt SEP001122334455.cnf.xml.enc.sgn with the symmetric key in flash", run.Output, StringComparison.Ordinal);
        Assert.Contains("phone shows \"SEP001122334455.cnf.xml.enc.sgn: decryption failed\"", run.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> ManualKeyProfiles
    {
        get
        {
            ProfileStore store = new();
            return [.. store.Names.Where(name => store.Find(name)!.Encryption.Method == EncryptionMethod.Manual)];
        }
    }

    [Theory]
    [MemberData(nameof(ManualKeyProfiles))]
    public async Task Press_WholeProcedureOfTheSeed_EndsWithTheDecryptedFile(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, 'C'));
        string digits = new('c', bench.Profile.Encryption.KeyBits / 4);
        CommandLine.Run run = await PressAsync(bench, $"reset settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:{digits} soft:Accept reset");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Your current options", run.Output, StringComparison.Ordinal);
        Assert.Equal("SEP001122334455.cnf.xml.enc.sgn", (await BootAsync(bench, "--json")).Json.GetProperty("config").GetProperty("file").GetString());
    }

    [Fact]
    public async Task Press_PowerOnWithPoundHeld_ResetsToTheFactory()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        bench.Change(p => bench.WithKey(p with { EncryptedConfig = true }, '7'));
        await PressAsync(bench, "settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:77777777777777777777777777777777 soft:Accept");
        Assert.Contains("lamps: lines red blinking", (await PressAsync(bench, "poweron:#")).Output, StringComparison.Ordinal);
        CommandLine.Run run = await PressAsync(bench, "poweron:# 123456789*0#");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal("minimal", (await BootAsync(bench, "--json")).Json.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Press_WrongDigitAtPowerOn_SaysSo()
    {
        await using LabPhoneBench bench = new("7962");
        CommandLine.Run run = await PressAsync(bench, "poweron:# 129");
        Assert.Equal(1, run.Code);
        Assert.Contains("Wrong digit: normal start", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_PhoneWithoutDisplay_PrintsTheTranscript()
    {
        CommandLine.Run run = await phonesim.RunAsync($"press hookswitch *+#+0 24726# 2 --profile 6901 --flash {phonesim.PathOf("flash")}");
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("IVR>  Current TFTP server", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("24726", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_SoftkeyThatIsNotShown_ExitsWithOneAndSaysWhatIs()
    {
        CommandLine.Run run = await phonesim.RunAsync($"press settings soft:Dial --profile 7962-sip-manual --flash {phonesim.PathOf("flash")}");
        Assert.Equal(1, run.Code);
        Assert.Contains("no such softkey", run.Error, StringComparison.Ordinal);
        Assert.Contains("'Exit'", run.Error, StringComparison.Ordinal);
        Assert.Contains("Unlock Phone", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Press_Json_HasTitleRowsSoftkeysLockedStatus()
    {
        JsonElement screen = (await phonesim.RunAsync($"press settings --json --profile 7962-sip-manual --flash {phonesim.PathOf("flash")}")).Json;
        Assert.Equal(("Settings", true, ""), (screen.GetProperty("title").GetString(), screen.GetProperty("locked").GetBoolean(), screen.GetProperty("status").GetString()));
        Assert.Contains(screen.GetProperty("rows").EnumerateArray(), row => row.GetProperty("label").GetString() == "Unlock Phone");
        Assert.Contains(screen.GetProperty("softkeys").EnumerateArray(), label => label.GetString() == "Exit");
    }

    private Task<CommandLine.Run> BootAsync(LabPhoneBench bench, string more) => phonesim.RunAsync($"boot {Shared(bench)} {more}");

    private Task<CommandLine.Run> PressAsync(LabPhoneBench bench, string keys) => phonesim.RunAsync($"press {Shared(bench)} {keys}");

    private string Shared(LabPhoneBench bench) =>
        $"--profile {bench.Profile.Name} --server 127.0.0.1:{bench.Tftp.Port} --http-port 0 --https-port 0 --flash {phonesim.PathOf("flash")} --seed 1";
}
