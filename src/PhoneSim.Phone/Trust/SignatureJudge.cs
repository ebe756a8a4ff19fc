using System.Security.Cryptography;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Trust;

/// <summary>Verdict over a configuration file's signature by what is in flash. Pure; asking TVS about <see cref="SignatureVerdict.UnknownSigner"/> is the caller's.</summary>
public static class SignatureJudge
{
    public static SignatureVerdict Judge(SignedFile file, FlashContents flash, SigningProfile signing)
    {
        if (!file.Header.IsSigned)
            return SignatureVerdict.Absent;
        if (signing.Behaviour != SigningBehaviour.Verified)
            return SignatureVerdict.Ignored;
        if (file.Header.Digest is not { } digest || !signing.Digests.Contains(digest))
            return SignatureVerdict.DigestUnsupported;
        return new TrustStore(flash).FindFileSigner(file.Header) is { } signer ? Check(file, signer) : SignatureVerdict.UnknownSigner;
    }

    public static SignatureVerdict Check(SignedFile file, TrustListRecord signer)
    {
        RSA? key = SignerKeys.Of(signer);
        return key is not null && file.SignatureHolds(key) ? SignatureVerdict.Valid : SignatureVerdict.Invalid;
    }
}
