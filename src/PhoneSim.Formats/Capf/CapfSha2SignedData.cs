using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 20: digest algorithm (1), length (2), signature.</summary>
public sealed record CapfSha2SignedData(DigestAlgorithm Digest, ReadOnlyMemory<byte> Signature)
{
    /// <exception cref="MalformedDataException"/>
    public static CapfSha2SignedData Read(TlvElement element) =>
        TlvElements.ParseNested(element) is [var only] && Enum.IsDefined((DigestAlgorithm)only.Tag)
            ? new((DigestAlgorithm)only.Tag, only.Value)
            : throw element.Malformed("one signature with a known digest algorithm expected");

    public TlvElement ToElement() => CapfMessage.Blob(CapfTag.Sha2SignedData, TlvElements.Write([TlvElements.Of((byte)Digest, Signature)]));
}
