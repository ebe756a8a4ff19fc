using System.Buffers.Binary;
using System.Text;

namespace PhoneSim.Formats.Capf;

/// <summary>The bytes that the signatures of an AUTH response cover.</summary>
public static class CapfSignedContent
{
    /// <summary>Elements 6 and 20: device name, NUL, certificate.</summary>
    public static byte[] Of(string deviceName, ReadOnlySpan<byte> certificate) => [.. Encoding.UTF8.GetBytes(deviceName), 0, .. certificate];

    /// <summary>Element 16: session id, little-endian, and certificate.</summary>
    public static byte[] OfSudi(uint sessionId, ReadOnlySpan<byte> certificate)
    {
        byte[] bytes = [0, 0, 0, 0, .. certificate];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, sessionId);
        return bytes;
    }
}
