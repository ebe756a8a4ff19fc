namespace PhoneSim.Phone.Profiles;

public enum EncryptionMethod
{
    /// <summary>The load cannot read encrypted files: it asks plain or signed names only.</summary>
    None,
    /// <summary>A symmetric key typed into the phone (seed, "Manual Key Distribution").</summary>
    Manual,
    /// <summary>Symmetric key wrapped with the phone's public key (seed, "Symmetric Key Encryption with Phone Public Key").</summary>
    PublicKey,
}
