using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using PhoneSim.Formats;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network.Http;

/// <summary>Provisioning over HTTP (6970) or HTTPS (6971): one GET a file, no redirects, no cookies, body limited (shared/spec/boot.md 4).</summary>
public sealed class HttpTransport : IFileTransport, IDisposable
{
    private static readonly HttpRequestOptionsKey<FetchRequest> RequestKey = new("phone");

    private readonly HttpSettings settings;
    private readonly TimeProvider time;
    private readonly TlsConnector? tls;
    private readonly HttpClient client;
    private readonly TcpDialer dialer;

    /// <param name="tls">Null: plain HTTP. Else HTTPS, and the request's judge decides over the server's certificate.</param>
    /// <param name="capture">Sees the bytes of plain HTTP; those of HTTPS are the TLS connector's to show. Null: nobody looks.</param>
    public HttpTransport(HttpSettings settings, TimeProvider time, TlsConnector? tls = null, PacketCapture? capture = null)
    {
        (this.settings, this.time, this.tls, dialer) = (settings, time, tls, new(capture));
        SocketsHttpHandler handler = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false, ConnectCallback = ConnectAsync };
        client = new(handler, disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public TransportKind Kind => tls is null ? TransportKind.Http : TransportKind.Https;

    public void Dispose() => client.Dispose();

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        long started = time.GetTimestamp();
        FetchResult Done(FetchAnswer answer, ReadOnlyMemory<byte> content = default, int? code = null, string? detail = null) =>
            new(answer, content, time.GetElapsedTime(started), code, detail is null ? null : Printable.Text(detail, 200));

        using CancellationTokenSource deadline = new(settings.Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            return await GetAsync(request, Done, either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Done(FetchAnswer.Timeout);
        }
        catch (HttpRequestException e)
        {
            return Done(AnswerTo(e), detail: e.InnerException?.Message ?? e.Message);
        }
        catch (IOException e)
        {
            return Done(FetchAnswer.Aborted, detail: e.Message);
        }
    }

    private static FetchAnswer AnswerTo(HttpRequestException e) => e.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => FetchAnswer.UnknownHost,
        HttpRequestError.ConnectionError when e.InnerException is SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData } => FetchAnswer.UnknownHost,
        HttpRequestError.ConnectionError => FetchAnswer.Refused,
        _ => FetchAnswer.Aborted,
    };

    private async Task<FetchResult> GetAsync(FetchRequest request, Func<FetchAnswer, ReadOnlyMemory<byte>, int?, string?, FetchResult> done, CancellationToken cancellation)
    {
        UriBuilder target = new("http", request.Server.Host, request.Server.Port, "/" + Uri.EscapeDataString(request.FileName));
        using HttpRequestMessage get = new(HttpMethod.Get, target.Uri) { Headers = { ConnectionClose = true } };
        get.Options.Set(RequestKey, request);
        using HttpResponseMessage response = await client.SendAsync(get, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (response.StatusCode == HttpStatusCode.NotFound)
            return done(FetchAnswer.NotFound, default, 404, null);
        if (response.StatusCode != HttpStatusCode.OK)
            return done(FetchAnswer.HttpStatus, default, (int)response.StatusCode, response.ReasonPhrase);
        if (response.Content.Headers.ContentLength > request.SizeLimit)
            return done(FetchAnswer.TooBig, default, null, null);
        return await ReadAsync(response, request.SizeLimit, cancellation) is { } body
            ? done(FetchAnswer.Ok, body, null, null)
            : done(FetchAnswer.TooBig, default, null, null);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellation)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(cancellation);
        ArrayBufferWriter<byte> body = new();
        for (int read; (read = await stream.ReadAsync(body.GetMemory(16 * 1024), cancellation)) > 0;)
        {
            if (body.WrittenCount + read > limit)
                return null;
            body.Advance(read);
        }

        return body.WrittenMemory;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        if (tls is not null && context.InitialRequestMessage.Options.TryGetValue(RequestKey, out FetchRequest? request))
            return await SecureAsync(tls, request, cancellation);
        using CancellationTokenSource patience = new(settings.ConnectTimeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        return (await dialer.DialAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, either.Token)).Stream;
    }

    /// <summary>The handler sees plain HTTP: the TLS below is the phone's own, of its versions and with its verdict.</summary>
    private async Task<Stream> SecureAsync(TlsConnector connector, FetchRequest request, CancellationToken cancellation)
    {
        ServerCertificateJudge judge = request.Judge ?? ((_, _) => Task.FromResult(new ServerCertificateVerdict(false, "nobody judges certificates")));
        TlsResult result = await connector.ConnectAsync(new(request.Server, judge, settings.ConnectTimeout) { ClientCertificate = request.ClientCertificate }, cancellation);
        return result.Connection?.Stream ?? throw Failure(result);
    }

    private static Exception Failure(TlsResult result) => result.Outcome switch
    {
        TlsOutcome.TimedOut => new OperationCanceledException(result.Why),
        TlsOutcome.Unreachable => new SocketException((int)SocketError.ConnectionRefused, result.Why),
        _ => new AuthenticationException(result.Why),
    };
}
