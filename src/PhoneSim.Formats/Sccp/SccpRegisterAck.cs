using System.Buffers.Binary;

namespace PhoneSim.Formats.Sccp;

/// <summary>
/// The phone is registered. Body: keep-alive interval (4), date template (6), unused (2), keep-alive interval to the second call manager (4), protocol version (1), features (3).
/// </summary>
public sealed record SccpRegisterAck(TimeSpan KeepAlive, string DateTemplate, TimeSpan SecondaryKeepAlive, byte ProtocolVersion)
{
    private const int TemplateLength = 6;
    private const int Length = 20;

    /// <exception cref="MalformedDataException"/>
    public static SccpRegisterAck Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        TimeSpan keepAlive = TimeSpan.FromSeconds(body.ReadNumber());
        string template = body.ReadText(TemplateLength);
        body.Take(2);
        return new(keepAlive, template, TimeSpan.FromSeconds(body.ReadNumber()), (byte)body.ReadNumberOrZero());
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[Length];
        BinaryPrimitives.WriteUInt32LittleEndian(body, (uint)KeepAlive.TotalSeconds);
        SccpBody.WriteText(body.AsSpan(4, TemplateLength), DateTemplate);
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(12), (uint)SecondaryKeepAlive.TotalSeconds);
        body[16] = ProtocolVersion;
        return new(SccpMessageId.RegisterAck, body);
    }
}
