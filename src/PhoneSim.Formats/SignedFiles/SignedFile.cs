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
    public static SignedFile Parse(ReadOnlyMemory<byte> file) => throw new NotImplementedException();

    /// <summary>RSA PKCS#1 v1.5 over the whole file with the signature TLV cut out. False also when the file carries no signature.</summary>
    public bool SignatureHolds(RSA signer) => throw new NotImplementedException();
}
