using System.Net;
using PhoneSim.Lab.Tls;

namespace PhoneSim.Lab.Capf;

/// <summary>The lab's CAPF: TLS with the authority's own certificate, orders from <see cref="ICapfOrders"/>, LSCs from <see cref="CapfAuthority"/>.</summary>
public sealed class CapfServer : ILabService
{
    private readonly CapfServerOptions options;
    private readonly TimeProvider time;
    private readonly LabTlsServer server;
    private uint sessions;

    /// <param name="endPoint">Port 0: any free one.</param>
    public CapfServer(IPEndPoint endPoint, CapfServerOptions options, LabTlsOptions tls, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        server = new(endPoint, new LabTlsAcceptor(options.Authority.Certificate, tls, time), new(ServeAsync, e => options.Ended?.Invoke(e), time));
    }

    public IPEndPoint EndPoint => server.EndPoint;

    public int Connections => server.Connections;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private Task ServeAsync(Stream stream, CancellationToken cancellation) =>
        new CapfServerSession(new MisbehavingChannel(stream, options.Misbehaviour, time), options, time, Interlocked.Increment(ref sessions)).RunAsync(cancellation);
}
