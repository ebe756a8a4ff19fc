using System.Net;

namespace PhoneSim.Fleet.Loop;

/// <summary>Address and port as the kernel writes them: family, port, then 4 bytes of address (IPv4), or flow and 16 bytes of address (IPv6).</summary>
internal struct PeerAddress : IEquatable<PeerAddress>
{
    private static readonly PeerAddress AnyV4 = new(new IPEndPoint(IPAddress.Any, 0));
    private static readonly PeerAddress AnyV6 = new(new IPEndPoint(IPAddress.IPv6Any, 0));

    /// <summary>Our choice: one that nobody else is likely to use.</summary>
    private static readonly PeerAddress Loopback = new(new IPEndPoint(new IPAddress([127, 69, 69, 69]), 0));

    private SocketAddressBytes bytes;

    public PeerAddress(IPEndPoint endPoint)
    {
        SocketAddress address = endPoint.Serialize();
        Length = address.Size;
        address.Buffer.Span[..Length].CopyTo(bytes);
    }

    public int Length { get; set; }

    public readonly int Family => Length == SocketAddressBytes.Size ? Libc.Inet6 : Libc.Inet;

    /// <summary>
    /// Where the phones of that server are. Before a server on loopback they have an address of their own, as every real phone has: on the server's address, a phone would be given the
    /// port of a transfer that is just over, or the server's very own while it is down, and answer in its place.
    /// </summary>
    public readonly PeerAddress Phones => Family == Libc.Inet6 ? AnyV6 : bytes[4] == 127 ? Loopback : AnyV4;

    [System.Diagnostics.CodeAnalysis.UnscopedRef]
    public Span<byte> Bytes => bytes;

    public readonly bool IsSameHost(in PeerAddress other) => Length == other.Length && Host(this).SequenceEqual(Host(other));

    public readonly bool Equals(PeerAddress other) => IsSameHost(other) && ((ReadOnlySpan<byte>)bytes)[2..4].SequenceEqual(((ReadOnlySpan<byte>)other.bytes)[2..4]);

    public override readonly bool Equals(object? obj) => obj is PeerAddress other && Equals(other);

    public override readonly int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(((ReadOnlySpan<byte>)bytes)[2..8]);
        return hash.ToHashCode();
    }

    private static ReadOnlySpan<byte> Host(in PeerAddress address) => address.Family == Libc.Inet6 ? ((ReadOnlySpan<byte>)address.bytes)[8..24] : ((ReadOnlySpan<byte>)address.bytes)[4..8];
}
