using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Tvs;

/// <summary>The same question by name instead of by certificate. Inferred from one log of an 8861: names as parts joined by <c>;</c>, NUL-terminated.</summary>
/// <param name="SerialNumber">Unsigned big-endian.</param>
public sealed record TvsQueryRequest(string DeviceName, string Subject, string Issuer, ReadOnlyMemory<byte> SerialNumber)
{
    /// <exception cref="MalformedDataException"/>
    public static TvsQueryRequest Read(TvsMessage message) => new(
        TvsDeviceName.Read(message.Require(TvsTag.DeviceName)),
        message.Require(TvsTag.Subject).Text(),
        message.Require(TvsTag.Issuer).Text(),
        message.Require(TvsTag.SerialNumber).Value);

    public TvsMessage ToMessage(uint sessionId) => TvsMessage.Create(
        TvsCommand.QueryRequest,
        sessionId,
        TvsDeviceName.ToElement(DeviceName),
        TlvElements.OfText((byte)TvsTag.Subject, Subject),
        TlvElements.OfText((byte)TvsTag.Issuer, Issuer),
        TlvElements.Of((byte)TvsTag.SerialNumber, SerialNumber));
}
