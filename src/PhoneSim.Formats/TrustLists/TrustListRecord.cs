using System.Security.Cryptography;

namespace PhoneSim.Formats.TrustLists;

/// <summary>One record of a trust list; what a record leaves out is null or empty.</summary>
public sealed record TrustListRecord
{
    public required TrustRole Role { get; init; }

    /// <summary>Where the record begins, in bytes from the start of the file.</summary>
    public int Offset { get; init; }

    public string? DnsName { get; init; }

    public string? SubjectName { get; init; }

    public string? IssuerName { get; init; }

    /// <summary>Unsigned big-endian, no leading zero byte.</summary>
    public ReadOnlyMemory<byte> SerialNumber { get; init; }

    /// <summary>RSA: PKCS#1 RSAPublicKey DER. EC: the uncompressed point.</summary>
    public ReadOnlyMemory<byte> PublicKey { get; init; }

    /// <summary>The signature value of the certificate itself.</summary>
    public ReadOnlyMemory<byte> Signature { get; init; }

    /// <summary>X.509 DER.</summary>
    public ReadOnlyMemory<byte> Certificate { get; init; }

    public System.Net.IPAddress? Address { get; init; }

    public ReadOnlyMemory<byte> CertificateHash { get; init; }

    public DigestAlgorithm? HashAlgorithm { get; init; }

    public IReadOnlyList<Tlv.UnknownElement> Unknown { get; init; } = [];
    /// <summary>The record's RSA key, imported anew (the caller's to dispose and to keep: an import is dearer than a verification); null when it has none.</summary>
    public RSA? ImportRsa()
    {
        RSA rsa = RSA.Create();
        try
        {
            rsa.ImportRSAPublicKey(PublicKey.Span, out _);
            return rsa;
        }
        catch (CryptographicException)
        {
            rsa.Dispose();
            return null;
        }
    }
}
