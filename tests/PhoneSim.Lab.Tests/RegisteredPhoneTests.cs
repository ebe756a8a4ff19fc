using System.Text;
using System.Text.Json;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Sip;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Registration;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>How a boot leaves the call manager, and what one tells a phone that stays on: over real sockets, with the whole lab.</summary>
public sealed class RegisteredPhoneTests
{
    [Fact]
    public async Task Boot_EndsRegisteredAndTakesLeave()
    {
        await using LabPhoneBench bench = new("7962");
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal((BootOutcome.Registered, BootState.Ready, true), (report.Outcome, report.State, report.Succeeded));
        Assert.Empty(bench.Server.Sip.Bindings);
        Assert.Equal(RegistrationPhase.Unregistered, bench.Events.OfType<RegistrationProgressed>().Last().Step.Phase);
    }

    [Fact]
    public async Task SecurePhone_RegistersOverTlsWithTheCallManagerOfItsItl()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { SecurityMode = 3 });
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal(BootOutcome.Registered, report.Outcome);
        Assert.All(bench.Events.OfType<RegistrationProgressed>(), e => Assert.Equal((SignallingTransport.Tls, bench.Server.Sip.SecureEndPoint!.Port), (e.Step.Transport, e.Step.Server.Port)));
    }

    /// <summary>shared/spec/boot.md 6: a secure phone enrols before it registers (RegistrationScenarioTests), a non-secure one afterwards.</summary>
    [Fact]
    public async Task NonSecurePhone_RegistersBeforeItsCapfSession()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { Capf = CapfOperation.Install, CapfKeyBits = 1024 });
        await LabPhoneBench.BootAsync(bench.Registering);
        string[] order = [.. bench.Events.Select(e => e is CapfEnded ? "capf" : e is RegistrationProgressed { Step.Phase: var phase and (RegistrationPhase.Registered or RegistrationPhase.Unregistered) } ? phase.ToString() : "").Where(e => e.Length > 0)];
        Assert.Equal(["Registered", "capf", "Unregistered", "Registered"], order.Take(4));
    }

    [Fact]
    public async Task DigestCredentials_GoneWithAFactoryReset_LeaveThePhoneRejected()
    {
        await using LabPhoneBench bench = new("7942-sip-manual");
        await LabPhoneBench.BootAsync(bench.Registering);
        bench.Change(p => p with { ExcludeDigest = true });
        FactoryReset.Run(bench.Flash, bench.Profile);
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal((BootOutcome.Rejected, BootState.Stopped), (report.Outcome, report.State));
        Assert.Contains("Registration Rejected", report.Findings.StatusMessages);
    }

    [Fact]
    public async Task CallManagers_ThatAreAllDown_LeaveThePhoneUnreachable()
    {
        await using LabPhoneBench bench = new("7962");
        PhoneOptions options = bench.Registering;
        BootReport report = await LabPhoneBench.BootAsync(options with { Registration = options.Registration! with { CallManagers = [new("127.0.0.1", 1), new("127.0.0.1", 2)] } });
        Assert.Equal((BootOutcome.Unreachable, BootState.Stopped), (report.Outcome, report.State));
        Assert.Equal(2, bench.Events.OfType<RegistrationProgressed>().Count(e => e.Step.Phase == RegistrationPhase.Unreachable));
    }

    [Fact]
    public async Task SecurePhone_WithoutAnyCertificate_TriesWithoutTlsAndIsRefused()
    {
        await using LabPhoneBench bench = new("7962");
        bench.Change(p => p with { SecurityMode = 2 });
        bench.Flash.SetMic(null);
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering with { Profile = bench.Profile with { Certificates = bench.Profile.Certificates with { HasMic = false } } });
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        Assert.Contains(bench.Events.OfType<RegistrationProgressed>(), e => e.Step.Transport == SignallingTransport.Tcp && e.Step.Detail.Contains("TLS expected", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SecurityMode_OfAnotherMind_IsRefusedWithItsWarning()
    {
        await using LabPhoneBench bench = new("7962");
        await LabPhoneBench.BootAsync(bench.Whole);
        StoredConfiguration stored = bench.Flash.Contents.Configuration!;
        bench.Change(p => p with { SecurityMode = 3 });
        bench.Flash.SetConfiguration(stored with { Configuration = PhoneConfiguration.Parse(stored.Configuration.Xml) });
        PhoneOptions options = bench.Registering;
        BootReport report = await LabPhoneBench.BootAsync(options with { TftpPort = 1 });
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        Assert.Contains(bench.Events.OfType<RegistrationProgressed>(), e => e.Step.Detail.Contains("security mode", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ServiceAction.Reset, true)]
    [InlineData(ServiceAction.Restart, false)]
    [InlineData(ServiceAction.ApplyConfig, false)]
    public async Task Command_ToAPhoneThatIsReady_MakesItReadItsConfigurationAgain(ServiceAction action, bool startsWhole)
    {
        await using LabPhoneBench bench = new("7962");
        await using RunningPhone phone = new(bench.Registering);
        await RegisteredAsync(bench, phone);
        bench.Change(p => p with { DigestUser = "another" });
        int files = phone.Console.Snapshot().Files.Count;
        await bench.Server.Sip.CommandAsync(bench.Server.Sip.Bindings[0], action);
        await phone.UntilAsync(_ => bench.Server.Sip.Bindings is [{ User: "another" }]);
        Assert.Equal(startsWhole, phone.Console.Snapshot().Files.Count == files);
        Assert.Equal(!startsWhole, bench.Flash.Contents.StatusMessages.Any(m => m.Text.StartsWith("Restart requested", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task CheckVersion_RestartsOnlyAPhoneWhoseStampDiffers()
    {
        await using LabPhoneBench bench = new("7962");
        await using RunningPhone phone = new(bench.Registering);
        SipBinding binding = await RegisteredAsync(bench, phone);
        await bench.Server.Sip.CommandAsync(binding, ServiceAction.CheckVersion, bench.Flash.Contents.Configuration!.Configuration.VersionStamp!.Trim('{', '}'));
        await phone.UntilAsync(s => s.Log.Any(line => line.Text.Contains("keeps its configuration", StringComparison.Ordinal)));
        bench.Change(p => p with { DigestUser = "another" });
        await bench.Server.Sip.CommandAsync(binding, ServiceAction.CheckVersion, "0");
        await phone.UntilAsync(_ => bench.Server.Sip.Bindings is [{ User: "another" }]);
    }

    [Fact]
    public async Task SccpReset_IsObeyed()
    {
        await using LabPhoneBench bench = new("7962-sccp");
        await using RunningPhone phone = new(bench.Registering);
        await phone.UntilAsync(s => s.State == BootState.Ready && bench.Server.Sccp.Devices.Count == 1);
        await bench.Server.Sccp.ResetAsync("SEP001122334455", SccpResetType.Reset);
        await phone.UntilAsync(s => s.Log.Count(line => line.Text.Contains("SEP001122334455 registered at", StringComparison.Ordinal)) == 2);
    }

    [Fact]
    public async Task CallManager_ThatGoesDown_IsReplacedByTheNext()
    {
        await using LabPhoneBench bench = new("7962");
        SipRegistrar first = Registrar(bench);
        PhoneOptions options = bench.Registering;
        await using RunningPhone phone = new(options with
        {
            Registration = options.Registration! with { CallManagers = [new("127.0.0.1", first.EndPoint.Port), new("127.0.0.1", bench.Server.Sip.EndPoint.Port)] },
        });
        await phone.UntilAsync(s => s.State == BootState.Ready && first.Bindings.Count == 1);
        await first.DisposeAsync();
        await phone.UntilAsync(s => s.State == BootState.Ready && bench.Server.Sip.Bindings.Count == 1);
    }

    [Fact]
    public async Task CallManager_OfHigherPriority_ThatComesBack_GetsThePhoneBack()
    {
        await using LabPhoneBench bench = new("7962") { Registration = new() { FallBackInterval = TimeSpan.FromMilliseconds(200) } };
        int better = LastingPorts.Take();
        PhoneOptions options = bench.Registering;
        await using RunningPhone phone = new(options with
        {
            Registration = options.Registration! with { CallManagers = [new("127.0.0.1", better), new("127.0.0.1", bench.Server.Sip.EndPoint.Port)] },
        });
        await phone.UntilAsync(s => s.State == BootState.Ready && bench.Server.Sip.Bindings.Count == 1);
        await using SipRegistrar again = Registrar(bench, better);
        await phone.UntilAsync(_ => again.Bindings.Count == 1 && bench.Server.Sip.Bindings.Count == 0);
    }

    [Fact]
    public async Task RejectedPhone_ThatStaysOn_TriesAgainByItself()
    {
        await using LabPhoneBench bench = new("7962") { Registration = new() { RetryFrom = TimeSpan.FromMilliseconds(50), RetryTo = TimeSpan.FromMilliseconds(100) } };
        string line = bench.Database.Find("SEP001122334455")!.Line;
        await LabPhoneBench.BootAsync(bench.Whole);
        bench.Change(p => p with { Line = "29999" });
        await using RunningPhone phone = new(bench.Registering with { TftpPort = 1 });
        await phone.UntilAsync(s => s.State == BootState.Stopped && s.Screen.Rows[1].Label == "Registration Rejected");
        bench.Change(p => p with { Line = line });
        await phone.UntilAsync(_ => bench.Server.Sip.Bindings.Count == 1);
    }

    [Fact]
    public async Task Events_OfARegistration_AreWrittenAsJsonWithoutSecrets()
    {
        await using LabPhoneBench bench = new("7962");
        await LabPhoneBench.BootAsync(bench.Registering);
        string[] lines = [.. bench.Events.OfType<RegistrationProgressed>().Select(Json)];
        using JsonDocument challenged = JsonDocument.Parse(lines.Single(line => line.Contains("challenged", StringComparison.Ordinal)));
        Assert.Equal(("register", "tcp"), (challenged.RootElement.GetProperty("kind").GetString(), challenged.RootElement.GetProperty("transport").GetString()));
        Assert.DoesNotContain(lines, line => line.Contains("digest-s3cret", StringComparison.Ordinal));
    }

    private static SipRegistrar Registrar(LabPhoneBench bench, int port = 0) =>
        new(new(System.Net.IPAddress.Loopback, port), 0, new() { Subscribers = new Database.DatabaseSubscribers(bench.Database) }, TimeProvider.System);

    private static async Task<SipBinding> RegisteredAsync(LabPhoneBench bench, RunningPhone phone)
    {
        await phone.UntilAsync(s => s.State == BootState.Ready && bench.Server.Sip.Bindings.Count == 1);
        return bench.Server.Sip.Bindings[0];
    }

    private static string Json(PhoneEvent phoneEvent)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
            EventJson.Write(json, phoneEvent);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
