using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;

namespace PhoneSim.Phone.Fetching;

/// <summary>One file from whichever server and transport of the profile's chain gives it (shared/spec/boot.md 4).</summary>
public sealed class ServerFetcher(BootContext phone)
{
    private readonly ServerEndPoint[] configured = [.. phone.Options.Servers.Select((host, i) => new ServerEndPoint(host, phone.Options.TftpPorts?[i] ?? phone.Options.TftpPort))];

    /// <summary>The server that answered last: it stays the phone's server until it falls silent.</summary>
    private ServerEndPoint? current;

    /// <summary>The last answer: the file, its absence, or the failure of the last server.</summary>
    public async Task<FileRequest> FetchAsync(string file, int sizeLimit, CancellationToken cancellation)
    {
        FileRequest? last = null;
        foreach (ServerEndPoint server in Servers())
        {
            last = await FetchFromAsync(server, file, sizeLimit, cancellation);
            if (last.Result.Answer is FetchAnswer.Timeout or FetchAnswer.Refused or FetchAnswer.UnknownHost)
                continue;
            current = server;
            return last;
        }

        return last ?? throw new InvalidOperationException("a phone needs at least one server and one transport");
    }

    private IEnumerable<ServerEndPoint> Servers()
    {
        ServerEndPoint[] servers = phone.Contents.Settings.AlternateTftp1 is { } first
            ? [.. new[] { first, phone.Contents.Settings.AlternateTftp2 }.OfType<ServerEndPoint>()]
            : configured;
        return current is null || servers.Length == 1 ? servers : servers.OrderBy(s => s == current ? 0 : 1);
    }

    private async Task<FileRequest> FetchFromAsync(ServerEndPoint server, string file, int sizeLimit, CancellationToken cancellation)
    {
        FileRequest? last = null;
        foreach (TransportKind kind in phone.Profile.Fetch.Transports)
        {
            int port = Port(kind, server);
            if (port == 0 || Transport(kind, file) is not { } transport)
                continue;
            last = await FetchOnceAsync(transport, Request(kind, file, port == server.Port ? server : server with { Port = port }, sizeLimit), cancellation);
            if (last.Result.Answer == FetchAnswer.Ok)
                break;
        }

        return last ?? throw new InvalidOperationException("no transport of the profile is available");
    }

    private FetchRequest Request(TransportKind kind, string file, ServerEndPoint server, int sizeLimit) => kind == TransportKind.Https
        ? new(file, server, sizeLimit) { Judge = phone.Trust.ServersWith(TrustRole.Tftp, TrustRole.CcmTftp), ClientCertificate = phone.Contents.Certificate }
        : new(file, server, sizeLimit);

    /// <summary>Null: the phone has none of that kind, or may not use it for that file.</summary>
    private IFileTransport? Transport(TransportKind kind, string file)
    {
        if (kind == TransportKind.Https && !MayAskOverHttps(file))
            return null;
        foreach (IFileTransport transport in phone.Options.Transports)
            if (transport.Kind == kind)
                return transport;
        return null;
    }

    /// <summary>HTTPS is for the phone's own file, and only once an ITL of signer version 1.1 says that it is there (boot.md 4).</summary>
    private bool MayAskOverHttps(string file) =>
        file.StartsWith(phone.Device.ToString(), StringComparison.Ordinal) && phone.Contents.Itl?.File.Header.SignerVersion >= new Version(1, 1);

    private int Port(TransportKind kind, ServerEndPoint server) => kind switch
    {
        TransportKind.Http => phone.Options.HttpPort,
        TransportKind.Https => phone.Options.HttpsPort,
        _ => server.Port,
    };

    private async Task<FileRequest> FetchOnceAsync(IFileTransport transport, FetchRequest request, CancellationToken cancellation)
    {
        phone.Emit(new FileRequested(phone.Now, phone.Device, request.FileName, transport.Kind, request.Server));
        FetchResult result = await transport.FetchAsync(request, cancellation);
        phone.Emit(new FileAnswered(phone.Now, phone.Device, request.FileName, transport.Kind, request.Server, result));
        FileRequest done = new(request.FileName, transport.Kind, request.Server, result);
        phone.Findings.Add(done);
        return done;
    }
}
