using System.Text.Json;

namespace PhoneSim.Cli.Tests;

/// <summary>The lab's database from the command line; the server's side of it is in PhoneSim.Lab.Tests.</summary>
public sealed class LabCommandTests : IDisposable
{
    private const string Phone = "SEP001122334455";

    private readonly CommandLine phonesim = new();

    public void Dispose() => phonesim.Dispose();

    [Fact]
    public async Task Phone_AddedChangedRemoved_ListSaysSo()
    {
        await LabAsync($"phone add {Phone} --profile 7962-sip-manual");
        JsonElement phone = (await LabAsync($"phone set {Phone} --encrypted-config on --generate-key --exclude-digest on --json")).Json;
        Assert.True(phone.GetProperty("encryptedConfig").GetBoolean());
        Assert.Equal("••••", phone.GetProperty("key").GetString());
        Assert.Single((await LabAsync("phone list")).Lines);
        await LabAsync($"phone remove {Phone}");
        Assert.Empty((await LabAsync("phone list")).Output);
    }

    [Theory]
    [InlineData("{\"Name\":", "phone list")]
    [InlineData("null", "phone show " + Phone)]
    [InlineData("{}", "phone set " + Phone + " --capf install")]
    [InlineData("""{"Name":"SEP001122334455","Profile":"7962-sip-manual","Key":"no hex","Line":"1","DigestUser":"u","DigestPassword":"p"}""", "phone show " + Phone)]
    public async Task PhoneFile_Damaged_IsNamedInOneLine(string content, string command)
    {
        await LabAsync($"phone add {Phone} --profile 7962-sip-manual");
        string file = Directory.GetFiles(phonesim.Folder, Phone + ".json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        CommandLine.Run run = await LabAsync(command);
        Assert.Equal(1, run.Code);
        Assert.StartsWith($"phonesim: the lab's file {Phone}.json is damaged: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task GenerateKey_ThenRevert_RestoresTheValueBefore()
    {
        await LabAsync($"phone add {Phone} --profile 7962-sip-manual");
        await LabAsync($"phone set {Phone} --key 00112233445566778899AABBCCDDEEFF");
        string generated = (await LabAsync($"phone set {Phone} --generate-key --json --show-secrets")).Json.GetProperty("key").GetString()!;
        Assert.Matches("^[0-9A-F]{32}$", generated);
        Assert.Equal("00112233445566778899AABBCCDDEEFF", (await LabAsync($"phone set {Phone} --revert-key --json --show-secrets")).Json.GetProperty("key").GetString());
    }

    [Theory]
    [InlineData("7962-sip-manual", "--key 0011", "32 hexadecimal digits")]
    [InlineData("7962", "--key 00112233445566778899AABBCCDDEEFF", "does not use manual key distribution")]
    [InlineData("8845", "--exclude-digest on", "does not offer Exclude Digest Credentials")]
    public async Task Set_WhatTheAdministrationRefuses_SaysWhyAndChangesNothing(string profile, string change, string words)
    {
        await LabAsync($"phone add {Phone} --profile {profile}");
        string before = (await LabAsync($"phone show {Phone} --json --show-secrets")).Output;
        CommandLine.Run run = await LabAsync($"phone set {Phone} {change}");
        Assert.Equal(1, run.Code);
        Assert.Contains(words, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, (await LabAsync($"phone show {Phone} --json --show-secrets")).Output);
    }

    [Fact]
    public async Task Capf_OrderAndMode_AreKept()
    {
        await LabAsync($"phone add {Phone} --profile 7962");
        JsonElement phone = (await LabAsync($"phone set {Phone} --capf install --capf-mode auth-string --auth-string 482913 --json")).Json;
        Assert.Equal(("install", "auth-string", "••••"), (phone.GetProperty("capf").GetString(), phone.GetProperty("capfMode").GetString(), phone.GetProperty("authString").GetString()));
    }

    [Fact]
    public async Task MixedMode_On_OffersACtl()
    {
        await LabAsync($"phone add {Phone} --profile 7962");
        await LabAsync("mixed-mode on");
        Assert.True(File.Exists(Path.Combine(phonesim.Folder, "tftp", $"CTL{Phone}.tlv")));
    }

    [Fact]
    public async Task PhoneTwice_IsRefused()
    {
        await LabAsync($"phone add {Phone} --profile 7962");
        CommandLine.Run run = await LabAsync($"phone add {Phone} --profile 8845");
        Assert.Equal(1, run.Code);
        Assert.Contains("is in the lab already", run.Error, StringComparison.Ordinal);
    }

    private async Task<CommandLine.Run> LabAsync(string line) => await phonesim.RunAsync($"lab {line} --root {phonesim.Folder}");
}
