using System.Security.Cryptography;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>A file and what it is held against.</summary>
/// <param name="Name">Without folders; phones and servers go by it.</param>
/// <param name="Now">Certificates are to be valid then.</param>
public sealed record LintInput(string Name, ReadOnlyMemory<byte> Content, FirmwareProfile Profile, DateTimeOffset Now)
{
    /// <summary>Null: encrypted files cannot be read with it.</summary>
    public RSA? PrivateKey { get; init; }

    /// <summary>Null: encrypted files cannot be read with it.</summary>
    public SymmetricKey? Key { get; init; }
}
