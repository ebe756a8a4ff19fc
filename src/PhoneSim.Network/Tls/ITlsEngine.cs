using PhoneSim.Phone.Flash;

namespace PhoneSim.Network.Tls;

/// <summary>A TLS client on top of a transport stream. It accepts any server certificate: judging it is the caller's.</summary>
internal interface ITlsEngine
{
    /// <param name="transport">Taken over by the connection; on failure the caller's to dispose.</param>
    /// <exception cref="IOException">The handshake failed.</exception>
    /// <exception cref="System.Security.Authentication.AuthenticationException">The handshake failed.</exception>
    Task<TlsConnection> HandshakeAsync(Stream transport, DeviceCertificate? client, CancellationToken cancellation);
}
