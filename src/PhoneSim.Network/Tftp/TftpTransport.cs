using System.Net;
using System.Net.Sockets;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tftp;

/// <summary>The phone's TFTP client (RFC 1350, 2347, 2348, 2349, 7440): a new local port for each file.</summary>
/// <param name="observer">Sees every datagram; null: nobody looks.</param>
public sealed class TftpTransport(TftpSettings settings, TimeProvider time, Action<TftpPacketSeen>? observer = null) : IFileTransport
{
    public TransportKind Kind => TransportKind.Tftp;

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        FetchResult result = await ResolveAndReadAsync(request, cancellation);
        return result with { Duration = time.GetElapsedTime(started) };
    }

    private async Task<FetchResult> ResolveAndReadAsync(FetchRequest request, CancellationToken cancellation)
    {
        if (await ResolveAsync(request.Server.Host, cancellation) is not { } address)
            return new(FetchAnswer.UnknownHost, default, default, Detail: $"{request.Server.Host} does not resolve");
        FetchResult result = await ReadAsync(request, new(address, request.Server.Port), settings, cancellation);
        bool optionsRefused = result is { Answer: FetchAnswer.TftpError, Code: 8 } && TftpExchange.HasOptions(settings);
        return optionsRefused ? await ReadAsync(request, new(address, request.Server.Port), TftpExchange.Plain(settings), cancellation) : result;
    }

    private async Task<FetchResult> ReadAsync(FetchRequest request, IPEndPoint server, TftpSettings with, CancellationToken cancellation)
    {
        using TftpTransfer transfer = new(request, server, with, time, observer);
        return await transfer.RunAsync(cancellation);
    }

    private static async Task<IPAddress?> ResolveAsync(string host, CancellationToken cancellation)
    {
        if (IPAddress.TryParse(host, out IPAddress? literal))
            return literal;
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
