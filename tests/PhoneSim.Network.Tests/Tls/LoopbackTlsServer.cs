using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Lab.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Network.Tests.Tls;

/// <summary>Accepts one connection and hands over the server's end of it.</summary>
internal sealed class LoopbackTlsServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 certificate = X509Certificate2.CreateFromPem(Vectors.Text("keys/CAPF.pem"), Vectors.Text("keys/CAPF.pem"));

    public LoopbackTlsServer()
    {
        listener.Start();
        EndPoint = new("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
    }

    public ServerEndPoint EndPoint { get; }

    public async Task<Stream> AcceptAsync(LabTlsOptions? options = null)
    {
        Socket socket = await listener.AcceptSocketAsync();
        return await new LabTlsAcceptor(certificate, options ?? new(), TimeProvider.System).AcceptAsync(socket, CancellationToken.None);
    }

    public async Task<NetworkStream> AcceptPlainAsync() => new(await listener.AcceptSocketAsync(), ownsSocket: true);

    public void Dispose()
    {
        listener.Dispose();
        certificate.Dispose();
    }
}
