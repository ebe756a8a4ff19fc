using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Capf;

/// <summary>What key a KEY GENERATE request orders: an RSA key of some size, or an EC key on a curve.</summary>
/// <param name="RsaBits">Null: EC.</param>
/// <param name="Curve">Null: RSA.</param>
public sealed record CapfKeySpec(int? RsaBits, CapfCurve? Curve)
{
    private const byte RsaKeyType = 0;
    private const byte EcKeyType = 1;

    public static CapfKeySpec Rsa(int bits) => new(bits, null);

    public static CapfKeySpec Ec(CapfCurve curve) => new(null, curve);

    /// <summary>Without a key type: RSA. The size is as it came; the phone decides what it can.</summary>
    /// <exception cref="MalformedDataException"/>
    public static CapfKeySpec Read(CapfMessage request)
    {
        TlvElement? type = request.Find(CapfTag.KeyType);
        return (type?.Byte() ?? RsaKeyType) switch
        {
            RsaKeyType => Rsa(request.Require(CapfTag.KeySize).UInt16()),
            EcKeyType => Ec(ReadCurve(request.Require(CapfTag.Curve))),
            _ => throw type!.Value.Malformed("unknown key type"),
        };
    }

    /// <summary>Element order as in the transcripts.</summary>
    public CapfMessage ToRequest(uint sessionId) => Curve is { } curve
        ? CapfMessage.Create(CapfCommand.KeyGenerateRequest, sessionId, CapfMessage.Byte(CapfTag.KeyType, EcKeyType), CapfMessage.Byte(CapfTag.Curve, (byte)curve))
        : CapfMessage.Create(CapfCommand.KeyGenerateRequest, sessionId, TlvElements.OfUInt16((byte)CapfTag.KeySize, RsaBits!.Value), CapfMessage.Byte(CapfTag.KeyType, RsaKeyType));

    public override string ToString() => Curve is { } curve ? $"EC {curve}" : $"RSA {RsaBits}";

    private static CapfCurve ReadCurve(TlvElement element) =>
        (CapfCurve)element.Byte() is var curve && Enum.IsDefined(curve) ? curve : throw element.Malformed("unknown curve");
}
