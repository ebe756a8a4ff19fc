using System.Diagnostics.CodeAnalysis;
using System.Net;
using BenchmarkDotNet.Attributes;
using PhoneSim.Lab.Tftp;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Benchmarks;

/// <summary>A whole boot (absent CTL, first ITL, encrypted configuration), against its bare RSA and AES. Over loopback the lab's server works in the same process and counts too.</summary>
[SuppressMessage("Design", "CA1001", Justification = "BenchmarkDotNet ends it by GlobalCleanup.")]
public class BootBenchmarks
{
    private const string SixteenKilobytes = "sixteen-kilobytes";

    private readonly VectorFiles files = new();
    private readonly IFileTransport memory;
    private readonly DeviceName device = DeviceName.TryParse("001122334455", out DeviceName? name) ? name : throw new InvalidOperationException();
    private TftpServer server = null!;
    private TftpTransport tftp = null!;

    public BootBenchmarks() => memory = new MemoryTransport(files.Served);

    [GlobalSetup]
    public void Start()
    {
        Dictionary<string, byte[]> served = files.Served.ToDictionary(f => f.Key, f => f.Value.ToArray());
        served[SixteenKilobytes] = new byte[16 * 1024];
        server = new(new(IPAddress.Loopback, 0), new ServedFiles(served), TimeProvider.System);
        tftp = new(files.Profile.Fetch.Tftp, TimeProvider.System);
    }

    [GlobalCleanup]
    public Task StopAsync() => server.DisposeAsync().AsTask();

    [Benchmark(Baseline = true, Description = "bare RSA and AES")]
    public byte[] Bare() => files.VerifyItl() ? files.VerifyAndDecrypt() : throw new InvalidOperationException("the ITL vector does not verify");

    [Benchmark(Description = "boot, files from memory")]
    public Task<BootReport> BootFromMemory() => BootAsync(memory);

    [Benchmark(Description = "boot over loopback")]
    public Task<BootReport> BootOverLoopback() => BootAsync(tftp);

    [Benchmark(Description = "16 KB over loopback")]
    public async Task<FetchResult> Transfer()
    {
        FetchResult result = await tftp.FetchAsync(new(SixteenKilobytes, new("127.0.0.1", server.EndPoint.Port), files.Profile.Fetch.SizeLimit), CancellationToken.None);
        return result.Answer == FetchAnswer.Ok ? result : throw new InvalidOperationException(result.AnswerText);
    }

    private async Task<BootReport> BootAsync(IFileTransport transport)
    {
        BootReport report = await new PhoneDevice(new()
        {
            Device = device, Profile = files.Profile, Flash = new MemoryFlash(files.Enrolled), Transports = [transport], Servers = ["127.0.0.1"], TftpPort = server.EndPoint.Port, HttpPort = 0, HttpsPort = 0,
        }).BootAsync(CancellationToken.None);
        return report.Succeeded ? report : throw new InvalidOperationException(report.Outcome.ToString());
    }
}
