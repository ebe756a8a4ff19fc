namespace PhoneSim.Formats.Capf;

/// <summary>The certificate a server issued.</summary>
public sealed record CapfStoreRequest(CapfCertificateType Type, ReadOnlyMemory<byte> Certificate)
{
    /// <exception cref="MalformedDataException"/>
    public static CapfStoreRequest Read(CapfMessage message) => new(
        (CapfCertificateType)message.Require(CapfTag.CertificateType).Byte(),
        CapfCertificate.Read(message.Require(CapfTag.Certificate)).Der);

    public CapfMessage ToMessage(uint sessionId) => CapfMessage.Create(
        CapfCommand.StoreCertificateRequest,
        sessionId,
        CapfMessage.Byte(CapfTag.CertificateType, (byte)Type),
        CapfCertificate.Of(Certificate).ToElement());
}
