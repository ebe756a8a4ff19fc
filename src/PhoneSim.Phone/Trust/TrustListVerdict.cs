namespace PhoneSim.Phone.Trust;

/// <summary>Why a trust list was, or was not, taken into flash (shared/spec/boot.md, "Trust list acceptance").</summary>
public enum TrustListVerdict
{
    /// <summary>No list was in flash: taken on trust ("leap of faith").</summary>
    Initial,
    /// <summary>The same bytes as in flash.</summary>
    Unchanged,
    /// <summary>Signed by a SAST of a list in flash.</summary>
    Updated,
    /// <summary>TVS vouched for the signer with role SAST.</summary>
    UpdatedThroughTvs,
    Malformed,
    TooBig,
    /// <summary>More SAST records than a phone takes.</summary>
    TooManySast,
    /// <summary>The signer is no SAST record of the list itself.</summary>
    SignerNotInList,
    /// <summary>No list in flash has the signer as SAST, and TVS was not there or did not vouch for it.</summary>
    SignerUnknown,
    SignatureInvalid,
    /// <summary>The load cannot verify this digest algorithm.</summary>
    DigestUnsupported,
}
