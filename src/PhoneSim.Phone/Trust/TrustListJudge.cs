using System.Security.Cryptography;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Trust;

/// <summary>Acceptance of a new trust list by what is in flash. Pure; asking TVS about <see cref="TrustListVerdict.SignerUnknown"/> is the caller's.</summary>
public static class TrustListJudge
{
    /// <param name="current">The list of the same kind in flash; null: none.</param>
    public static TrustListVerdict Judge(TrustList list, TrustList? current, FlashContents flash, FirmwareProfile profile)
    {
        if (current is not null && current.File.Raw.Span.SequenceEqual(list.File.Raw.Span))
            return TrustListVerdict.Unchanged;
        if (list.File.Header.Digest is not { } digest || !profile.Signing.Digests.Contains(digest))
            return TrustListVerdict.DigestUnsupported;
        if (list.Records.Count(r => r.Role == TrustRole.Sast) > profile.Trust.MaxSastRecords)
            return TrustListVerdict.TooManySast;
        if (list.FindSigner() is not { } own)
            return TrustListVerdict.SignerNotInList;

        TrustStore store = new(flash);
        if (store.IsEmpty)
            return Holds(list, own) ? TrustListVerdict.Initial : TrustListVerdict.SignatureInvalid;
        if (store.FindTrustListSigner(list.File.Header) is not { } signer)
            return TrustListVerdict.SignerUnknown;
        return Holds(list, signer) ? TrustListVerdict.Updated : TrustListVerdict.SignatureInvalid;
    }

    /// <summary>Whether the signature holds with the key of that record; false for a key that is no RSA key.</summary>
    public static bool Holds(TrustList list, TrustListRecord signer)
    {
        RSA? key = SignerKeys.Of(signer);
        return key is not null && list.SignatureHolds(key);
    }
}
