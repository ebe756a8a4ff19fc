using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Tvs;

/// <summary>Is this certificate to be trusted, and as what?</summary>
/// <param name="Certificate">X.509 DER.</param>
public sealed record TvsVerifyRequest(string DeviceName, ReadOnlyMemory<byte> Certificate)
{
    /// <exception cref="MalformedDataException"/>
    public static TvsVerifyRequest Read(TvsMessage message) => new(
        TvsDeviceName.Read(message.Require(TvsTag.DeviceName)),
        message.Require(TvsTag.Certificate).Value);

    public TvsMessage ToMessage(uint sessionId) => TvsMessage.Create(
        TvsCommand.VerifyRequest,
        sessionId,
        TvsDeviceName.ToElement(DeviceName),
        TlvElements.Of((byte)TvsTag.Certificate, Certificate));
}
