using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>Value of element 16: blocks of type (1), length (2), value. The signatures cover the session id, little-endian, and the certificate.</summary>
public sealed record CapfSudiData(ReadOnlyMemory<byte> Certificate, ReadOnlyMemory<byte> Sha1Signature, ReadOnlyMemory<byte> Sha512Signature)
{
    private const byte CertificateBlock = 0;
    private const byte Sha1Block = 1;
    private const byte Sha512Block = 3;

    /// <exception cref="MalformedDataException">Other than these three blocks in this order.</exception>
    public static CapfSudiData Read(TlvElement element) =>
        TlvElements.ParseNested(element) is [{ Tag: CertificateBlock } certificate, { Tag: Sha1Block } sha1, { Tag: Sha512Block } sha512]
            ? new(certificate.Value, sha1.Value, sha512.Value)
            : throw element.Malformed("blocks 0, 1 and 3 expected");

    public TlvElement ToElement() => CapfMessage.Blob(CapfTag.SudiData, TlvElements.Write(
        [TlvElements.Of(CertificateBlock, Certificate), TlvElements.Of(Sha1Block, Sha1Signature), TlvElements.Of(Sha512Block, Sha512Signature)]));
}
