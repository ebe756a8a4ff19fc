using System.Buffers.Binary;

namespace PhoneSim.Formats.Sccp;

/// <summary>What a call manager tells a phone to do.</summary>
public enum SccpResetType : uint
{
    Reset = 1,
    Restart = 2,
    ApplyConfig = 3,
}

public sealed record SccpReset(SccpResetType Type)
{
    /// <exception cref="MalformedDataException"/>
    public static SccpReset Read(SccpMessage message)
    {
        SccpBody body = new(message.Body.Span);
        SccpResetType type = (SccpResetType)body.ReadNumber();
        return Enum.IsDefined(type) ? new(type) : throw new MalformedDataException($"an unknown reset {(uint)type}", 0);
    }

    public SccpMessage ToMessage()
    {
        byte[] body = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(body, (uint)Type);
        return new(SccpMessageId.Reset, body);
    }
}
