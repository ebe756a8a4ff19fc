using System.Security.Cryptography;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Explain;

/// <summary>What the user knows about the phones of a capture; what is not known is null.</summary>
public sealed record ExplainOptions
{
    /// <summary>Where to look for one that fits when none is given.</summary>
    public required ProfileStore Profiles { get; init; }

    public FirmwareProfile? Profile { get; init; }

    /// <summary>A list the phone had before the capture began.</summary>
    public TrustList? Ctl { get; init; }

    /// <summary>A list the phone had before the capture began.</summary>
    public TrustList? Itl { get; init; }

    /// <summary>Of the phone: its encrypted files can be read.</summary>
    public RSA? PrivateKey { get; init; }

    /// <summary>Of the phone: what certHash is compared with.</summary>
    public DeviceCertificate? Certificate { get; init; }

    /// <summary>Of the phone: its encrypted files can be read.</summary>
    public SymmetricKey? Key { get; init; }
}
