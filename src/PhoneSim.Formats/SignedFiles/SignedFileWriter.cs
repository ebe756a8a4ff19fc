using System.Security.Cryptography;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.SignedFiles;

/// <summary>Writes the common header in the order of the files seen, and signs.</summary>
public static class SignedFileWriter
{
    private static readonly Version SignedVersion = new(1, 0);

    /// <summary>A <c>.sgn</c> file.</summary>
    public static byte[] Write(ReadOnlySpan<byte> body, SigningIdentity signer, SigningOptions options) => Write(SignedVersion, new(), new(), body, signer, options);

    /// <param name="beforeSigner">Elements between header length and signer info.</param>
    /// <param name="atTheEnd">Elements behind the time stamp.</param>
    internal static byte[] Write(Version version, TlvWriter beforeSigner, TlvWriter atTheEnd, ReadOnlySpan<byte> body, SigningIdentity signer, SigningOptions options)
    {
        int signatureLength = signer.Key.KeySize / 8;
        TlvWriter middle = Signer(signer, options);
        TlvWriter end = new TlvWriter().AddText(HeaderTag.FileName, options.FileName).AddUInt32(HeaderTag.TimeStamp, (uint)options.TimeStamp.ToUnixTimeSeconds()).AddRaw(atTheEnd.Written);
        int unpadded = 10 + beforeSigner.Length + middle.Length + 3 + signatureLength + end.Length;
        int headerLength = (unpadded + 3) / 4 * 4;
        for (int i = unpadded; i < headerLength; i++)
            end.AddBare(HeaderTag.Padding);

        TlvWriter start = new TlvWriter().AddVersion(HeaderTag.Version, version).AddUInt16(HeaderTag.HeaderLength, headerLength).AddRaw(beforeSigner.Written).AddRaw(middle.Written);
        byte[] signature = Sign(start, end, body, signer, options.Digest);
        return start.Add(HeaderTag.Signature, signature).AddRaw(end.Written).AddRaw(body).Written.ToArray();
    }

    private static byte[] Sign(TlvWriter start, TlvWriter end, ReadOnlySpan<byte> body, SigningIdentity signer, DigestAlgorithm digest)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(digest.Name);
        hash.AppendData(start.Written);
        hash.AppendData(end.Written);
        hash.AppendData(body);
        return signer.Key.SignHash(hash.GetHashAndReset(), digest.Name, RSASignaturePadding.Pkcs1);
    }

    private static TlvWriter Signer(SigningIdentity signer, SigningOptions options)
    {
        TlvWriter info = new TlvWriter().AddText(HeaderTag.SignerName, CertificateNames.Of(signer.Certificate.SubjectName))
            .AddText(HeaderTag.IssuerName, CertificateNames.Of(signer.Certificate.IssuerName))
            .Add(HeaderTag.SerialNumber, CertificateNames.SerialNumber(signer.Certificate).Span);
        TlvWriter algorithm = new TlvWriter().AddByte(HeaderTag.SignatureAlgorithm, 0).AddByte(HeaderTag.Modulus, ModulusCode(signer.Key));

        TlvWriter signature = new TlvWriter().AddByte(HeaderTag.DigestAlgorithm, (byte)options.Digest).Add(HeaderTag.SignatureAlgorithmInfo, algorithm);
        return new TlvWriter().Add(HeaderTag.SignerInfo, info).Add(HeaderTag.SignatureInfo, signature);
    }

    private static byte ModulusCode(RSA key) => key.KeySize switch
    {
        512 => 0,
        1024 => 1,
        2048 => 2,
        4096 => 3,
        _ => throw new ArgumentException($"a signer's RSA key has 512, 1024, 2048 or 4096 bits, not {key.KeySize}", nameof(key)),
    };
}
