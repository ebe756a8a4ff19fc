using Google.Protobuf;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PhoneSim.Cli.Tests.Otlp;

/// <summary>An OpenTelemetry collector on a free port of loopback: OTLP over HTTP/1.1, or over gRPC without TLS.</summary>
internal sealed class OtlpReceiver : IAsyncDisposable
{
    /// <summary>Of gRPC: a flag and a length before each message.</summary>
    private const int PrefixLength = 5;

    private readonly WebApplication server;

    private OtlpReceiver(HttpProtocols protocol)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, port => port.Protocols = protocol));
        server = builder.Build();
        server.MapPost("/v1/metrics", TakeAsync);
        server.MapPost("/opentelemetry.proto.collector.metrics.v1.MetricsService/Export", TakeGrpcAsync);
    }

    public string Url => server.Urls.Single();

    public OtlpExport Export { get; } = new();

    /// <summary>Of the last request, by name in lower case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; private set; } = new Dictionary<string, string>();

    /// <summary>Requests over HTTP that are answered with 503 before the first one is taken.</summary>
    public int Refusals { get; set; }

    public static Task<OtlpReceiver> OverHttpAsync() => StartAsync(HttpProtocols.Http1);

    public static Task<OtlpReceiver> OverGrpcAsync() => StartAsync(HttpProtocols.Http2);

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private static async Task<OtlpReceiver> StartAsync(HttpProtocols protocol)
    {
        OtlpReceiver receiver = new(protocol);
        await receiver.server.StartAsync();
        return receiver;
    }

    private async Task TakeAsync(HttpContext context)
    {
        if (Refusals-- > 0)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        Headers = context.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString());
        Export.Take(await ByteString.FromStreamAsync(context.Request.Body));
    }

    private async Task TakeGrpcAsync(HttpContext context)
    {
        ByteString body = await ByteString.FromStreamAsync(context.Request.Body);
        Export.Take(ByteString.CopyFrom(body.Span[PrefixLength..]));
        context.Response.ContentType = "application/grpc";
        await context.Response.Body.WriteAsync(new byte[PrefixLength]);
        context.Response.AppendTrailer("grpc-status", "0");
    }
}
