using PhoneSim.Formats.EncryptedFiles;

namespace PhoneSim.Phone.Boot;

public static class DecryptionVerdicts
{
    extension(DecryptionVerdict verdict)
    {
        public string Reason => verdict switch
        {
            DecryptionVerdict.Decrypted => "decrypted",
            DecryptionVerdict.NotEncrypted => "the file is not encrypted, or not in the layout the profile names",
            DecryptionVerdict.NeedsPrivateKey => "the file was encrypted for a phone's public key, and this phone uses a symmetric key",
            DecryptionVerdict.NeedsSymmetricKey => "the file was encrypted with a symmetric key (container layout assumed), and this phone uses its private key",
            DecryptionVerdict.WrongKeySize => "the key in flash has another size than the algorithm asks",
            DecryptionVerdict.KeyNotForThisPhone => "the wrapped key was made for another public key than this phone's",
            DecryptionVerdict.BadPadding => "the clear text's padding is impossible: the key is not the server's, or the file is damaged",
            DecryptionVerdict.DigestDiffers => "the clear text's digest is not the one in the header: the key is not the server's, or the file is damaged",
            _ => "the result is no configuration: the key is not the server's, or the file is damaged",
        };
    }
}
