using System.Text;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Tvs;

/// <summary>Value of element 1: byte 1, then <c>CP-&lt;model&gt;-SEP&lt;MAC&gt;</c> without NUL.</summary>
public static class TvsDeviceName
{
    private const byte Kind = 1;

    public static TlvElement ToElement(string name) => TlvElements.Of((byte)TvsTag.DeviceName, (byte[])[Kind, .. Encoding.UTF8.GetBytes(name)]);

    /// <exception cref="MalformedDataException"/>
    public static string Read(TlvElement element) => element.Value.Span is [Kind, .. var name]
        ? Encoding.UTF8.GetString(name)
        : throw element.Malformed("byte 1 and a device name expected");
}
