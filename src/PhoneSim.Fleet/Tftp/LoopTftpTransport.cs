using System.Net;
using System.Net.Sockets;
using PhoneSim.Fleet.Loop;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Tftp;

/// <summary>The phone's TFTP client on a <see cref="FleetLoop"/>: the same protocol as <see cref="TftpTransport"/>, driven by readiness. One a loop and profile; a name is resolved once.</summary>
/// <param name="loss">Null: nothing is lost on the phone's side.</param>
internal sealed class LoopTftpTransport(FleetLoop loop, TftpSettings settings, TftpSockets sockets, Loss? loss = null) : IFileTransport
{
    private readonly Dictionary<string, IPAddress?> resolved = [];

    public TransportKind Kind => TransportKind.Tftp;

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        long started = loop.Time.GetTimestamp();
        if (await ResolveAsync(request.Server.Host, cancellation) is not { } address)
            return new(FetchAnswer.UnknownHost, default, loop.Time.GetElapsedTime(started), Detail: $"{request.Server.Host} does not resolve");
        FetchResult result = await ReadAsync(request, address, settings, cancellation);
        if (result is { Answer: FetchAnswer.TftpError, Code: 8 } && TftpExchange.HasOptions(settings))
            result = await ReadAsync(request, address, TftpExchange.Plain(settings), cancellation);
        return result with { Duration = loop.Time.GetElapsedTime(started) };
    }

    private Task<FetchResult> ReadAsync(FetchRequest request, IPAddress address, TftpSettings with, CancellationToken cancellation)
    {
        try
        {
            return new LoopTransfer(loop, sockets, new(request, with, new(new IPEndPoint(address, request.Server.Port)), loss)).RunAsync(cancellation);
        }
        catch (SocketException e)
        {
            sockets.Missing++;
            return Task.FromResult<FetchResult>(new(FetchAnswer.Aborted, default, default, Detail: e.Message));
        }
    }

    private async ValueTask<IPAddress?> ResolveAsync(string host, CancellationToken cancellation)
    {
        if (!resolved.TryGetValue(host, out IPAddress? address))
            resolved[host] = address = IPAddress.TryParse(host, out IPAddress? literal) ? literal : await AskDnsAsync(host, cancellation);
        return address;
    }

    private static async Task<IPAddress?> AskDnsAsync(string host, CancellationToken cancellation)
    {
        try
        {
            return (await Dns.GetHostAddressesAsync(host, cancellation)).FirstOrDefault();
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
