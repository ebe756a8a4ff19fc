namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>How the bytes of an encrypted file are laid out; named by the firmware profile.</summary>
public enum ContainerLayout
{
    /// <summary>shared/spec/files.md 3: AES-128-CBC, the key wrapped with the phone's public key. Observed.</summary>
    PublicKeyAes128,
    /// <summary>The same without tag 21. Assumed (files.md 4).</summary>
    ManualAes128,
    /// <summary>RC4 of the clear text, after the header if there is one. Assumed (files.md 4).</summary>
    ManualRc4,
}
