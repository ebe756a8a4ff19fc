using System.Net.Security;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Network.Tls;

/// <summary>TLS 1.0 to 1.2 without the host's OpenSSL.</summary>
internal sealed class BouncyCastleTlsEngine(TlsOptions options, TimeProvider time) : ITlsEngine
{
    public async Task<TlsConnection> HandshakeAsync(Stream transport, DeviceCertificate? client, CancellationToken cancellation)
    {
        BouncyCastleClient peer = new(new BcTlsCrypto(new SecureRandom()), options, client);
        BouncyCastleClientProtocol protocol = new();
        BouncyCastleStream stream = new(transport, protocol, time);
        protocol.Connect(peer);
        await stream.HandshakeAsync(cancellation);
        SecurityParameters parameters = peer.Negotiated;
        return new(stream, peer.ServerCertificate, BouncyCastleVersions.Of(parameters.NegotiatedVersion), (TlsCipherSuite)parameters.CipherSuite);
    }
}
