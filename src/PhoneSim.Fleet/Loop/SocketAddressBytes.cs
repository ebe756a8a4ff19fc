using System.Runtime.CompilerServices;

namespace PhoneSim.Fleet.Loop;

/// <summary>Room for a <c>sockaddr_in6</c>, the longer of the two.</summary>
[InlineArray(Size)]
internal struct SocketAddressBytes
{
    public const int Size = 28;

    private byte first;
}
