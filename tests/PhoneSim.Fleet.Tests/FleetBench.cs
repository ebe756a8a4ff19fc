using System.Net;
using PhoneSim.Fleet.Load;
using PhoneSim.Lab.Tftp;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests;

/// <summary>The lab's TFTP server with the files of a site, and fleets of phones that enrolled before.</summary>
internal sealed class FleetBench : IAsyncDisposable
{
    private readonly TftpServer server = new(new(IPAddress.Loopback, 0), new SiteFiles(), TimeProvider.System);

    public static FirmwareProfile Profile { get; } = new ProfileStore().Find("7962")!;

    public static DeviceCertificate Lsc { get; } = DeviceCertificate.FromPem(Vectors.Text("keys/phone-lsc.pem"));

    public FleetOptions Fleet(int count) => Fleet(count, "127.0.0.1", server.EndPoint.Port);

    public static FleetOptions Fleet(int count, string server, int port) => new()
    {
        Count = count, Mix = [new(Profile, 1)], Servers = [new(server, port)], Lsc = Lsc, Load = new() { Concurrency = 50 }, Loops = 2,
    };

    public static async Task<FleetResult> RunAsync(FleetOptions fleet)
    {
        using FleetRun run = new(fleet);
        return await run.RunAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The profile with short waits, for servers that are not there.</summary>
    public static FirmwareProfile Impatient => Profile with { Fetch = Profile.Fetch with { Tftp = Profile.Fetch.Tftp with { Retransmissions = [TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(50)] } } };

    public ValueTask DisposeAsync() => server.DisposeAsync();
}
