using System.Net;
using PhoneSim.Lab;
using PhoneSim.Lab.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Fleet.Tests;

/// <summary>A TFTP server over the files of a site, which can be killed and started again where it was.</summary>
internal sealed class RealServers : IAsyncDisposable
{
    private readonly TemporaryFolder root = new();
    private readonly string kind;
    private IAsyncDisposable? running;

    /// <param name="kind"><c>dnsmasq</c>, <c>tftpd-hpa</c> or <c>lab</c>.</param>
    public RealServers(string kind, int phones, bool hasBroken = false)
    {
        Programs.Require(kind switch { "dnsmasq" => [Dnsmasq.Program], "tftpd-hpa" => [TftpdHpa.Program], _ => [] });
        this.kind = kind;
        new SiteFiles(hasBroken).WriteTo(root, 0x001122000000, phones);
        (running, EndPoint) = Start(null);
    }

    public ServerEndPoint EndPoint { get; }

    public async ValueTask KillAsync()
    {
        if (running is { } server)
            await server.DisposeAsync();
        running = null;
    }

    public void StartAgain() => (running, _) = Start(EndPoint);

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        root.Dispose();
    }

    private (IAsyncDisposable Server, ServerEndPoint EndPoint) Start(ServerEndPoint? before)
    {
        switch (kind)
        {
            case "dnsmasq":
                Dnsmasq dnsmasq = Dnsmasq.Start(root.Path, before?.Host);
                return (new Killed(dnsmasq), new(dnsmasq.Address, 69));
            case "tftpd-hpa":
                TftpdHpa hpa = TftpdHpa.Start(root.Path, before?.Port);
                return (new Killed(hpa), new("127.0.0.1", hpa.Port));
            default:
                TftpServer lab = new(new(IPAddress.Loopback, before?.Port ?? LastingPorts.Take()), new FolderFileSource(root.Path), TimeProvider.System);
                return (lab, new("127.0.0.1", lab.EndPoint.Port));
        }
    }

    private sealed class Killed(RealServer server) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            server.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
