using System.Security.Cryptography;

namespace PhoneSim.Formats.SignedFiles;

/// <summary>Any file that begins with the common header: <c>.sgn</c>, <c>.enc.sgn</c>, trust list. Immutable; keeps the file's memory.</summary>
public sealed class SignedFile
{
    private SignedFile(ReadOnlyMemory<byte> raw, FileHeader header) => (Raw, Header) = (raw, header);

    public ReadOnlyMemory<byte> Raw { get; }

    public FileHeader Header { get; }

    public ReadOnlyMemory<byte> Body => Raw[Header.HeaderLength..];

    /// <summary>True when the bytes begin with a version TLV (01 00 02), as no XML file does.</summary>
    public static bool HasHeader(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[1, 0, 2]);

    /// <exception cref="MalformedDataException"/>
    public static SignedFile Parse(ReadOnlyMemory<byte> file) => new(file, HeaderReader.Read(file));

    /// <summary>RSA PKCS#1 v1.5 over the whole file with the signature TLV cut out. False also when the file carries no signature.</summary>
    public bool SignatureHolds(RSA signer)
    {
        if (!Header.IsSigned || Header.Digest is not { } digest)
            return false;
        Span<byte> hash = stackalloc byte[64];
        hash = hash[..HashWithoutSignature(digest, hash)];
        return signer.VerifyHash(hash, Header.Signature.Span, digest.Name, RSASignaturePadding.Pkcs1);
    }

    private int HashWithoutSignature(DigestAlgorithm digest, Span<byte> hash)
    {
        (int start, int length) = Header.SignatureTlv.GetOffsetAndLength(Raw.Length);
        using IncrementalHash incremental = IncrementalHash.CreateHash(digest.Name);
        incremental.AppendData(Raw.Span[..start]);
        incremental.AppendData(Raw.Span[(start + length)..]);
        return incremental.GetHashAndReset(hash);
    }
}
