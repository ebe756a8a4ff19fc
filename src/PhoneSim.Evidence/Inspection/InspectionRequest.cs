using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Evidence.Inspection;

/// <summary>What to look at and what to check it against; what was not given is null.</summary>
public sealed record InspectionRequest
{
    public required string FileName { get; init; }

    public required ReadOnlyMemory<byte> File { get; init; }

    public TrustList? Trust { get; init; }

    public X509Certificate2? Certificate { get; init; }

    public RSA? PrivateKey { get; init; }

    public SymmetricKey? Key { get; init; }

    public bool AsksSignature => Trust is not null || Certificate is not null;

    /// <summary>RC4 files have no header that would tell.</summary>
    public bool IsNamedEncrypted => FileName.EndsWith(".enc.sgn", StringComparison.OrdinalIgnoreCase);

    public bool AsksDecryption => PrivateKey is not null || Key is not null;
}
