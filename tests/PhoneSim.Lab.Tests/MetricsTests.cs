using PhoneSim.Lab.Database;
using PhoneSim.Network;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Metrics;
using PhoneSim.TestSupport;

namespace PhoneSim.Lab.Tests;

/// <summary>What a phone and the lab it enrols and registers at tell those who listen.</summary>
public sealed class MetricsTests : IAsyncDisposable
{
    private readonly LabPhoneBench bench = new("8845");

    public MetricsTests() => bench.Change(phone => phone with { EncryptedConfig = true, Capf = CapfOperation.Install, CapfMode = CapfAuthentication.NullString });

    public ValueTask DisposeAsync() => bench.DisposeAsync();

    [Fact]
    public async Task Phone_EnrolsAndRegisters_EachStepIsCounted()
    {
        using MetricBook book = new(PhoneMetrics.MeterName);
        BootReport report = await LabPhoneBench.BootAsync(bench.Registering);
        Assert.Equal((1, report.Findings.Resets), (book["phonesim.phone.capf.sessions install stored"], book["phonesim.phone.resets phone"]));
        Assert.Equal((1, bench.Events.OfType<SignatureJudged>().Count()), (book["phonesim.phone.judgements itl initial"], book["phonesim.phone.judgements signature valid"]));
        Assert.Equal(1, book["phonesim.phone.registrations tcp registered"]);
        Assert.All((string[])["boot.duration registered", "judgements decryption decrypted", "request.duration ctl tftp not-found", "request.duration config tftp ok", "state.duration enrolling", "received tftp"], name => Assert.True(book[$"phonesim.phone.{name}"] > 0, string.Join('\n', book.Keys)));
    }

    [Fact]
    public async Task Phone_HandshakesWithCapf_TheConnectionIsMeasured()
    {
        using MetricBook book = new(NetworkMetrics.MeterName);
        await LabPhoneBench.BootAsync(bench.Whole);
        Assert.True(book["phonesim.tls.connect.duration connected"] > 0);
    }

    [Fact]
    public async Task Lab_RequestsAreCountedByProtocolAndAnswer()
    {
        using MetricBook book = new(LabMetrics.MeterName, bench.Server);
        await LabPhoneBench.BootAsync(bench.EveryTransport with { Registration = bench.Registering.Registration });
        Assert.Equal(1, book["phonesim.lab.requests capf install done"]);
        Assert.All((string[])["requests tftp read not-found", "requests http get ok", "requests https get ok", "requests sip register 200", "sent https"], name => Assert.True(book[$"phonesim.lab.{name}"] > 0, string.Join('\n', book.Keys)));
    }

    [Fact]
    public async Task Lab_PhoneThatStaysOn_ShowsItsConnectionAndRegistration()
    {
        using MetricBook book = new(LabMetrics.MeterName, bench.Server);
        await using RunningPhone phone = new(bench.Registering);
        await phone.UntilAsync(s => s.State == BootState.Ready);
        book.Observe();
        Assert.Equal((1, 1, 0), (book["phonesim.lab.registrations sip"], book["phonesim.lab.connections sip"], book["phonesim.lab.connections tftp"]));
    }
}
