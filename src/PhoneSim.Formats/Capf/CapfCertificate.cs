using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 4: tag 1, length (2) = DER length + 2, byte 0, type byte, DER.</summary>
/// <param name="Type">1 in every transcript, for the MIC too.</param>
public sealed record CapfCertificate(byte Type, ReadOnlyMemory<byte> Der)
{
    private const byte InnerTag = 1;
    private const int PrefixLength = 2;

    public static CapfCertificate Of(ReadOnlyMemory<byte> der) => new(1, der);

    /// <exception cref="MalformedDataException"/>
    public static CapfCertificate Read(TlvElement element)
    {
        IReadOnlyList<TlvElement> inner = TlvElements.ParseNested(element);
        ReadOnlyMemory<byte> value = inner is [{ Tag: InnerTag } only] ? only.Value : throw element.Malformed("one nested element with tag 1 expected");
        return value.Length > PrefixLength && value.Span[0] == 0
            ? new(value.Span[1], value[PrefixLength..])
            : throw element.Malformed("byte 0, certificate type and certificate expected");
    }

    public TlvElement ToElement()
    {
        byte[] value = [0, Type, .. Der.Span];
        return CapfMessage.Blob(CapfTag.Certificate, TlvElements.Write([TlvElements.Of(InnerTag, value)]));
    }
}
