namespace PhoneSim.Formats.EncryptedFiles;

/// <param name="ClearText">Empty unless the verdict is <see cref="DecryptionVerdict.Decrypted"/>.</param>
public sealed record DecryptionResult(DecryptionVerdict Verdict, ReadOnlyMemory<byte> ClearText)
{
    public bool Succeeded => Verdict == DecryptionVerdict.Decrypted;
}
