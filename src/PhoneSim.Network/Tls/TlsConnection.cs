using System.Net;
using System.Net.Security;

namespace PhoneSim.Network.Tls;

/// <summary>A connection whose handshake is complete.</summary>
/// <param name="Stream">Content in clear. One reader and one writer may use it at a time.</param>
/// <param name="ServerCertificate">X.509 DER.</param>
public sealed record TlsConnection(Stream Stream, ReadOnlyMemory<byte> ServerCertificate, TlsVersion Version, TlsCipherSuite CipherSuite) : IAsyncDisposable
{
    /// <summary>This machine's end.</summary>
    public IPEndPoint? Local { get; init; }

    /// <summary>Says good-bye if that needs no waiting, and closes the socket.</summary>
    public ValueTask DisposeAsync() => Stream.DisposeAsync();
}
