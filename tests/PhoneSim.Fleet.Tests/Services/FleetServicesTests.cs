using PhoneSim.Fleet.Measure;
using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Enrolment;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests.Services;

/// <summary>Whole phones: what they do beside TFTP, against the lab.</summary>
public sealed class FleetServicesTests
{
    private const int Count = 12;

    [Theory]
    [InlineData(FleetKeys.Prepared, "8845")]
    [InlineData(FleetKeys.Honest, "8845")]
    [InlineData(FleetKeys.Prepared, "7962")]
    public async Task Enrolment_NewPhones_GetTheirLscAndTheEncryptedFile(FleetKeys keys, string profile)
    {
        await using LabSite site = new(profile, Count, phone => phone with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfKeyBits = keys == FleetKeys.Honest ? 1024 : 2048 });
        FleetResult result = await FleetBench.RunAsync(site.Fleet with { Services = site.Fleet.Services with { Keys = keys } });
        Assert.Empty(result.Defects);
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.Configured, verdict));
        Assert.Equal((Count, Count), (result.Phases[Phase.Capf].TotalCount, result.Phases[Phase.Decrypt].TotalCount));
        Assert.Contains("BEGIN CERTIFICATE", site.Phone(Count - 1).Certificate, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enrolment_ByMic_EachPhoneShowsItsOwn()
    {
        await using LabSite site = new("8845", Count, phone => phone with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.ExistingMic });
        FleetResult result = await FleetBench.RunAsync(site.Fleet);
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.Configured, verdict));
    }

    [Fact]
    public async Task NoKeys_PhonesEndWithoutEnrolment()
    {
        await using LabSite site = new("8845", Count, phone => phone with { EncryptedConfig = true, Capf = CapfOperation.Install });
        FleetResult result = await FleetBench.RunAsync(site.Fleet with { Services = new() });
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.Minimal, verdict));
    }

    [Theory]
    [InlineData("8845")]
    [InlineData("7962-sccp")]
    public async Task Registration_OfEachPhone_IsRecorded(string profile)
    {
        await using LabSite site = new(profile, Count, phone => phone);
        FleetResult result = await FleetBench.RunAsync(site.Fleet with { Services = site.Fleet.Services with { Registers = true } });
        Assert.Empty(result.Defects);
        Assert.All(result.Verdicts.Values, verdict => Assert.Equal(FleetVerdict.Registered, verdict));
        Assert.Equal(Count, result.Phases[Phase.Registration].TotalCount);
    }

    [Fact]
    public async Task Http_ComesFirstWhereTheProfileSaysSo()
    {
        await using LabSite site = new("7841", Count, phone => phone);
        FleetResult result = await FleetBench.RunAsync(site.Fleet);
        Assert.True(result.AllSucceeded);
        Assert.Contains(result.Servers, server => server.Server.Port == site.Fleet.Services.HttpPort && server.Requests >= Count);
    }

    [Fact]
    public async Task Storm_SignerUnknownToFlash_IsAskedOfTvs()
    {
        using TemporaryFolder flash = new();
        await using LabSite site = new("8845", Count, phone => phone);
        FleetResult first = await FleetBench.RunAsync(site.Fleet with { FlashFolder = flash.Path });
        await site.ReplaceSastAsync();
        FleetResult second = await FleetBench.RunAsync(site.Fleet with { FlashFolder = flash.Path });
        Assert.True(first.AllSucceeded && second.AllSucceeded);
        Assert.Equal((0, Count), (first.Phases[Phase.Tvs].TotalCount, second.Phases[Phase.Tvs].TotalCount));
    }

    [Fact]
    public async Task FlashFolder_KeepsWhatAPhoneEnrolled()
    {
        using TemporaryFolder flash = new();
        await using LabSite site = new("8845", Count, phone => phone with { EncryptedConfig = true, Capf = CapfOperation.Install });
        await FleetBench.RunAsync(site.Fleet with { FlashFolder = flash.Path });
        FleetResult second = await FleetBench.RunAsync(site.Fleet with { FlashFolder = flash.Path });
        Assert.True(second.AllSucceeded);
        Assert.Equal((0, Count), (second.Phases[Phase.Capf].TotalCount, second.Phases[Phase.Decrypt].TotalCount));
        Assert.True(File.Exists(flash.PathOf("SEP001122000000/lsc.pem")));
    }
}
