using System.Text;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Cli.Tests;

/// <summary>No command tells a secret unless it is asked to: neither on standard output, nor on standard error, nor in a file it writes for others to read.</summary>
public sealed class SecretTests : IAsyncDisposable
{
    private const string Device = "SEP001122334455";
    private const string Encrypted = $"{Device}.cnf.xml.enc.sgn";
    private const string Key = "0123456789ABCDEF0123456789ABCDEF";

    /// <summary>As much as stands in one line of a screen.</summary>
    private const string PartOfKey = "0123456789ABCDEF0123";
    private const string AuthString = "4829137";
    private const string UnlockAndKey = $"settings 'row:Unlock Phone' text:24680 soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:{Key}";

    private static readonly string[] Secrets = ["digest-s3cret", "24680", AuthString, PartOfKey, PartOfKey.ToLowerInvariant(), "ssh-s3cret", "PRIVATE KEY"];

    private readonly LabPhoneBench bench = new("7962-sip-manual");
    private readonly CommandLine phonesim = new();

    public SecretTests()
    {
        bench.Change(p => p.WithKey(Key, bench.Profile) with { EncryptedConfig = true, AuthString = new(AuthString), CapfMode = PhoneSim.Phone.Enrolment.CapfAuthentication.AuthString });
        Directory.CreateDirectory(Written);
        using FolderFlash flash = new(phonesim.PathOf("flash"));
        flash.SetSymmetricKey(new(Convert.FromHexString(Key)));
    }

    /// <summary><c>{phone}</c>: the options of a phone with its key in flash; <c>{out}</c>: a folder that is searched; <c>{lab}</c>: the lab's folder.</summary>
    public static TheoryData<string> Commands =>
    [
        "boot {phone} --no-register", "boot {phone} --json", "boot {phone} --explain", "boot {phone} --step", "boot {phone} --pcap {out}/boot.pcapng",
        $"press {{phone}} reset {UnlockAndKey}", $"press {{phone}} --json reset {UnlockAndKey} soft:Accept", "press {phone} reset settings row:Status 'row:Status Messages'",
        "lab phone show SEP001122334455 --root {lab}", "lab phone show SEP001122334455 --root {lab} --json", "lab phone list --json --root {lab}",
        $"lab phone set SEP001122334455 --root {{lab}} --key {Key} --auth-string {AuthString}", "lab phone set SEP001122334455 --root {lab} --revert-key --json",
        $"inspect {{lab}}/tftp/{Encrypted} --hex {Key}", $"inspect {{lab}}/tftp/{Encrypted} --hex {Key} --json", "inspect {vectors}/plain.cnf.xml", "inspect {vectors}/plain.cnf.xml --json",
        $"inspect {{vectors}}/sha1/{Encrypted} --key {{vectors}}/keys/phone-lsc.pem", $"encrypt {{vectors}}/plain.cnf.xml --signer {{vectors}}/keys/CUCM.pem --hex {Key} --algorithm aes128 --out-dir {{out}} --json",
        "check {phone} --patience 0.3 --json --html {out}/check.html --junit {out}/check.xml",
        $"fleet --count 2 --first-mac 001122334455 --profile 7962 --server {{server}} --auth-string {AuthString} --html {{out}}/f.html --junit {{out}}/f.xml --slo 'failed<100%' --summary {{out}}/f.json --hlog {{out}}/f.hlog",
        $"lesson run enter-key --press settings 'row:Unlock Phone' text:cisco soft:Accept 'row:Security Configuration' 'row:Set Cfg Encrypt Key' hex:{Key} soft:Accept reset",
    ];

    private string Written => phonesim.PathOf("out");

    private string Lab => Path.GetDirectoryName(bench.Database.OfferedFolder)!;

    public async ValueTask DisposeAsync()
    {
        await bench.DisposeAsync();
        phonesim.Dispose();
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_TellsNoSecret(string command)
    {
        CommandLine.Run run = await RunAsync(command);
        Assert.DoesNotContain("internal error", run.Error, StringComparison.Ordinal);
        string[] told = [run.Output, run.Error, .. Directory.EnumerateFiles(Written).Select(file => Encoding.Latin1.GetString(File.ReadAllBytes(file)))];
        Assert.Contains(told, text => text.Length > 0);
        Assert.All(told, text => SecretSearch.AssertNone(Secrets, text));
    }

    [Theory]
    [InlineData("2026-11-27T06:25:48.1234567+00:00 24680")]
    [InlineData("24680 2026-11-27T06:25:48.1234567+00:00")]
    [InlineData("2026-11-27 24680T06:25:48")]
    public void Search_FindsASecret_BesideAnInstant(string told) => Assert.ThrowsAny<Exception>(() => SecretSearch.AssertNone(Secrets, told));

    [Fact]
    public void Search_PassesOverTheDigitsOfAnInstant() => SecretSearch.AssertNone(Secrets, "at 2026-11-27T06:25:48.6246805+00:00");

    /// <summary>The search finds what it looks for: the phone does know these secrets.</summary>
    [Fact]
    public async Task ShowSecrets_TellsThem()
    {
        Assert.Contains("digest-s3cret", (await RunAsync("boot {phone} --explain --show-secrets")).Output, StringComparison.Ordinal);
        Assert.Contains(PartOfKey, (await RunAsync($"press {{phone}} --show-secrets reset {UnlockAndKey}")).Output, StringComparison.Ordinal);
        Assert.Contains(AuthString, (await RunAsync("lab phone show SEP001122334455 --root {lab} --show-secrets")).Output, StringComparison.Ordinal);
    }

    private Task<CommandLine.Run> RunAsync(string command) => phonesim.RunAsync(command
        .Replace("{phone}", $"--profile 7962-sip-manual --server {{server}} --http-port 0 --https-port 0 --seed 1 --auth-string {AuthString} --flash {phonesim.PathOf("flash")}", StringComparison.Ordinal)
        .Replace("{server}", $"127.0.0.1:{bench.Tftp.Port}", StringComparison.Ordinal).Replace("{out}", Written, StringComparison.Ordinal).Replace("{lab}", Lab, StringComparison.Ordinal)
        .Replace("{vectors}", Path.GetDirectoryName(Vectors.PathOf("plain.cnf.xml"))!, StringComparison.Ordinal), input: "s\ns\np hex\np tree\np state\nb bad\nr\n");
}
