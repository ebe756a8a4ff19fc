using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using PhoneSim.Network.Tls;

namespace PhoneSim.Lab.Tls;

/// <summary>The server's side of TLS 1.0 to 1.2 on one port: the platform's for clients that offer 1.2, BouncyCastle's for older ones.</summary>
/// <param name="certificate">With its private key; RSA, unless all clients offer TLS 1.2. Null: plain TCP.</param>
public sealed class LabTlsAcceptor(X509Certificate2? certificate, LabTlsOptions options, TimeProvider time)
{
    /// <summary>Record header (5), message header (4), then the version the client offers (2).</summary>
    private const int HelloPrefixLength = 11;

    /// <summary>The socket is the stream's; on failure the caller's to dispose.</summary>
    /// <exception cref="IOException">The handshake failed.</exception>
    /// <exception cref="AuthenticationException">The handshake failed.</exception>
    public async Task<Stream> AcceptAsync(Socket socket, CancellationToken cancellation)
    {
        if (certificate is null)
            return StreamOf(socket);
        byte[] hello = new byte[HelloPrefixLength];
        int seen = await socket.ReceiveAsync(hello, SocketFlags.Peek, cancellation);
        bool offers12 = seen == HelloPrefixLength && hello is [.., 3, >= 3];
        return offers12 && options.Maximum >= TlsVersion.Tls12
            ? await AcceptByPlatformAsync(StreamOf(socket), certificate, cancellation)
            : await AcceptByBouncyCastleAsync(StreamOf(socket), certificate, cancellation);
    }

    private Stream StreamOf(Socket socket)
    {
        NetworkStream stream = new(socket, ownsSocket: true);
        return options.Capture?.Tap(stream, (IPEndPoint?)socket.LocalEndPoint, (IPEndPoint?)socket.RemoteEndPoint, accepted: true) ?? stream;
    }

    private async Task<Stream> AcceptByPlatformAsync(Stream transport, X509Certificate2 shown, CancellationToken cancellation)
    {
        SslStream tls = new(transport);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = shown,
            EnabledSslProtocols = SslProtocols.Tls12,
            AllowTlsResume = false,
            ClientCertificateRequired = options.AsksClientCertificate,
            RemoteCertificateValidationCallback = (_, _, _, _) => true,
        }, cancellation);
        if (tls.RemoteCertificate is { } clients)
            options.ClientCertificateSeen?.Invoke(clients.GetRawCertData());
        return tls;
    }

    private async Task<Stream> AcceptByBouncyCastleAsync(Stream transport, X509Certificate2 shown, CancellationToken cancellation)
    {
        LabTlsPeer peer = new(new BcTlsCrypto(new SecureRandom()), shown, options);
        TlsServerProtocol protocol = new();
        BouncyCastleStream stream = new(transport, protocol, time);
        protocol.Accept(peer);
        await stream.HandshakeAsync(cancellation);
        return stream;
    }
}
