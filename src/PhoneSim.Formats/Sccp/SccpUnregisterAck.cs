using System.Buffers.Binary;

namespace PhoneSim.Formats.Sccp;

/// <param name="Status">0: the phone is unregistered.</param>
public sealed record SccpUnregisterAck(uint Status)
{
    /// <exception cref="MalformedDataException"/>
    public static SccpUnregisterAck Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        return new(body.ReadNumber());
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(body, Status);
        return new(SccpMessageId.UnregisterAck, body);
    }
}
