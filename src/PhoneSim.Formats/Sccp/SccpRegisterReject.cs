namespace PhoneSim.Formats.Sccp;

/// <param name="Text">The server's reason; 32 bytes on the wire, some servers send more.</param>
public sealed record SccpRegisterReject(string Text)
{
    private const int TextLength = 32;

    /// <exception cref="MalformedDataException"/>
    public static SccpRegisterReject Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        return new(body.ReadTextToEnd());
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[TextLength + 1];
        SccpBody.WriteText(body.AsSpan(0, TextLength), Text);
        return new(SccpMessageId.RegisterReject, body);
    }
}
