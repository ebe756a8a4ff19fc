using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>From power-on to the call manager, with the credentials that the configuration brought or flash kept.</summary>
public sealed class RegistrationScenarioTests
{
    [Theory]
    [InlineData("7962")]
    [InlineData("8845")]
    [InlineData("7962-sip-manual")]
    public async Task SipPhone_Boots_AndItsLineIsRegistered(string profile)
    {
        await using LabPhoneBench bench = new(profile);
        Assert.Equal(BootOutcome.Registered, (await LabPhoneBench.BootAsync(bench.Registering)).Outcome);
    }

    [Fact]
    public async Task SccpPhone_Boots_AndIsRegistered()
    {
        await using LabPhoneBench bench = new("7941-sccp");
        Assert.Equal(BootOutcome.Registered, (await LabPhoneBench.BootAsync(bench.Registering)).Outcome);
    }

    /// <summary>The lab does not know the phone: its XMLDefault has the root that call managers write.</summary>
    [Fact]
    public async Task UnknownPhone_AsksTheCallManagerOfTheDefault()
    {
        await using LabPhoneBench bench = new("7975-sccp");
        Assert.True(bench.Database.Remove(bench.Device.ToString()));
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal("XMLDefault.cnf.xml", report.Findings.Configuration!.File);
        Assert.Contains(bench.Events.OfType<RegistrationProgressed>(), e => e.Step.Server.Port == bench.Server.Sccp.EndPoint.Port);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task SecurePhone_EnrolsFirst_ThenRegistersOverTls(int securityMode)
    {
        await using LabPhoneBench bench = new("8845");
        bench.Change(p => p with { EncryptedConfig = true, SecurityMode = securityMode, Capf = CapfOperation.Install, CapfKeyBits = 1024 });
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal((BootOutcome.Registered, CapfOutcome.Stored), (report.Outcome, report.Findings.Capf.Single().Result.Outcome));
    }

    [Fact]
    public async Task DigestExcluded_CredentialsInFlashFromBefore_StillRegister()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        await LabPhoneBench.BootAsync(bench.Registering);
        bench.Change(p => p with { ExcludeDigest = true });
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal((BootOutcome.Registered, false), (report.Outcome, report.Findings.CredentialsFromFile));
    }

    [Fact]
    public async Task DigestExcluded_NothingInFlash_IsRejectedAndSaysSo()
    {
        await using LabPhoneBench bench = new("7962-sip-manual");
        bench.Change(p => p with { ExcludeDigest = true });
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        Assert.Contains("Registration Rejected", report.Findings.StatusMessages);
    }
}
