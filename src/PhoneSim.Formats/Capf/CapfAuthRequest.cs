namespace PhoneSim.Formats.Capf;

/// <summary>The server's first message.</summary>
/// <param name="Version">3 is what servers offer.</param>
public sealed record CapfAuthRequest(byte Version, CapfAuthType AuthType)
{
    /// <exception cref="MalformedDataException"/>
    public static CapfAuthRequest Read(CapfMessage message) => new(
        message.Require(CapfTag.Version).Byte(),
        (CapfAuthType)message.Require(CapfTag.AuthType).Byte());

    public CapfMessage ToMessage(uint sessionId) => CapfMessage.Create(
        CapfCommand.AuthRequest,
        sessionId,
        CapfMessage.Byte(CapfTag.Version, Version),
        CapfMessage.Byte(CapfTag.AuthType, (byte)AuthType));
}
