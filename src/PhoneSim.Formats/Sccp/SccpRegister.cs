using System.Buffers.Binary;
using System.Net;

namespace PhoneSim.Formats.Sccp;

/// <summary>
/// The phone names itself. Body: device name (16, NUL-padded), user id (4), instance (4), IPv4 address (4, network order), device type (4), streams at most (4), streams now (4),
/// protocol version (1), unknown (1), features (2). Observed in open implementations; newer loads append more, older ones end after the streams.
/// </summary>
/// <param name="Address">IPv4; anything else is written as 0.0.0.0.</param>
/// <param name="DeviceType">The model's number, 404 for a 7962.</param>
public sealed record SccpRegister(string DeviceName, IPAddress Address, uint DeviceType, byte ProtocolVersion)
{
    private const int NameLength = 16;
    private const int Length = 44;

    /// <summary>RTP streams at once; assumed, 0 would mean none.</summary>
    private const uint MaxStreams = 5;

    private const uint Instance = 1;

    /// <exception cref="MalformedDataException"/>
    public static SccpRegister Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        string name = body.ReadText(NameLength);
        body.Take(8);
        IPAddress address = new(body.Take(4));
        uint type = body.ReadNumber();
        body.ReadNumber();
        body.ReadNumberOrZero();
        return new(name, address, type, (byte)body.ReadNumberOrZero());
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[Length];
        SccpBody.WriteText(body.AsSpan(0, NameLength - 1), DeviceName);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(20), Instance);
        (Address.GetAddressBytes() is { Length: 4 } v4 ? v4 : IPAddress.Any.GetAddressBytes()).CopyTo(body, 24);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(28), DeviceType);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(32), MaxStreams);
        body[40] = ProtocolVersion;
        return new(SccpMessageId.Register, body);
    }
}
