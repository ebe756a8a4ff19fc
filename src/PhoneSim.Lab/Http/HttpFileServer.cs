using System.Globalization;
using System.Net;
using System.Text;
using PhoneSim.Lab.Tftp;
using PhoneSim.Lab.Tls;

namespace PhoneSim.Lab.Http;

/// <summary>The files of a source over HTTP/1.1, plain or in TLS: GET and HEAD of a name in the root, one request a connection.</summary>
public sealed class HttpFileServer : ILabService
{
    private const int HeadLimit = 8 * 1024;

    private readonly IFileSource files;
    private readonly TimeProvider time;
    private readonly LabTlsServer server;
    private readonly Action<HttpRequestSeen>? observer;

    /// <param name="endPoint">Port 0: any free one.</param>
    /// <param name="tls">Null: plain HTTP.</param>
    public HttpFileServer(IPEndPoint endPoint, IFileSource files, LabTlsAcceptor? tls, TimeProvider time, Action<HttpRequestSeen>? observer = null)
    {
        (this.files, this.time, this.observer) = (files, time, observer);
        server = new(endPoint, tls, new(ServeAsync, _ => { }, time));
    }

    public IPEndPoint EndPoint => server.EndPoint;

    public int Connections => server.Connections;

    /// <summary>From the first byte to the end of the answer.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        string head = await ReadHeadAsync(stream, either.Token);
        await stream.WriteAsync(Answer(head), either.Token);
        await stream.FlushAsync(either.Token);
    }

    /// <summary>Up to the empty line; empty: the client sent no complete head, or one too long.</summary>
    private static async Task<string> ReadHeadAsync(Stream stream, CancellationToken cancellation)
    {
        byte[] head = new byte[HeadLimit];
        for (int length = 0; length < head.Length;)
        {
            int read = await stream.ReadAsync(head.AsMemory(length), cancellation);
            if (read == 0)
                break;
            length += read;
            if (head.AsSpan(0, length).IndexOf("\r\n\r\n"u8) >= 0)
                return Encoding.ASCII.GetString(head, 0, length);
        }

        return "";
    }

    private byte[] Answer(string head)
    {
        if (head.Split("\r\n")[0].Split(' ') is not [var method, ['/', .. var target], "HTTP/1.1" or "HTTP/1.0"])
            return Response(HttpStatusCode.BadRequest, [], withBody: true);
        if (method is not ("GET" or "HEAD"))
            return Response(HttpStatusCode.MethodNotAllowed, [], withBody: true);
        string name = Uri.UnescapeDataString(target);
        byte[]? content = files.Read(name);
        observer?.Invoke(new(name, content?.Length));
        return Response(content is null ? HttpStatusCode.NotFound : HttpStatusCode.OK, content ?? [], method == "GET");
    }

    private static byte[] Response(HttpStatusCode status, byte[] content, bool withBody)
    {
        string head = string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} {status}\r\nContent-Type: application/octet-stream\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n");
        return withBody ? [.. Encoding.ASCII.GetBytes(head), .. content] : Encoding.ASCII.GetBytes(head);
    }
}
