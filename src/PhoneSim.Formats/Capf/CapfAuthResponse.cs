using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>Who the phone is and how it proves it. Written in the order of the transcripts: ascending tags.</summary>
/// <param name="Password">Always on the wire; empty when there is none.</param>
/// <param name="Proof">Null: no authentication by certificate.</param>
public sealed record CapfAuthResponse(byte Version, Secret Password, string DeviceName, CapfCertificateProof? Proof = null)
{
    /// <exception cref="MalformedDataException"/>
    public static CapfAuthResponse Read(CapfMessage message) => new(
        message.Require(CapfTag.Version).Byte(),
        new Secret(message.Require(CapfTag.Password).Text()),
        message.Require(CapfTag.DeviceName).Text(),
        message.Find(CapfTag.Certificate) is { } certificate ? ReadProof(message, certificate) : null);

    public CapfMessage ToMessage(uint sessionId) => CapfMessage.Create(CapfCommand.AuthResponse, sessionId, Elements().ToArray());

    private static CapfCertificateProof ReadProof(CapfMessage message, TlvElement certificate) => new(
        CapfCertificate.Read(certificate).Der,
        message.Require(CapfTag.SignedData).Value,
        message.Find(CapfTag.Sha2SignedData) is { } sha2 ? CapfSha2SignedData.Read(sha2) : null,
        message.Find(CapfTag.SudiData) is { } sudi ? CapfSudiData.Read(sudi) : null);

    private IEnumerable<TlvElement> Elements()
    {
        yield return CapfMessage.Byte(CapfTag.Reason, (byte)CapfReason.Fine);
        if (Proof is not null)
        {
            yield return CapfCertificate.Of(Proof.Certificate).ToElement();
            yield return CapfMessage.Blob(CapfTag.SignedData, Proof.Sha1Signature);
        }
        yield return CapfMessage.Byte(CapfTag.Version, Version);
        yield return TlvElements.OfText((byte)CapfTag.Password, Password.Reveal());
        yield return TlvElements.OfText((byte)CapfTag.DeviceName, DeviceName);
        if (Proof?.Sudi is { } sudi)
        {
            yield return sudi.ToElement();
        }
        if (Proof?.Sha2Signature is { } sha2)
        {
            yield return sha2.ToElement();
        }
    }
}
