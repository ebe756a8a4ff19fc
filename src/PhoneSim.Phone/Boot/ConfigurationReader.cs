using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>From the bytes of a configuration file to a configuration, or to the reason why not: signature, decryption, XML. Pure, but for the times it takes.</summary>
public sealed class ConfigurationReader(FirmwareProfile profile, TimeProvider time)
{
    /// <param name="vouched">What TVS led to for a signer that is not in flash; null: it was not asked.</param>
    public ConfigurationFinding Read(FetchedFile file, FlashContents flash, SignatureVerdict? vouched = null)
    {
        try
        {
            return ReadParts(file, flash, vouched);
        }
        catch (MalformedDataException malformed)
        {
            return new() { File = file.Name, Encrypted = IsEncryptedName(file.Name), Malformed = malformed.Message };
        }
    }

    public static bool IsEncryptedName(string file) => file.EndsWith(".enc.sgn", StringComparison.Ordinal);

    private ConfigurationFinding ReadParts(FetchedFile file, FlashContents flash, SignatureVerdict? vouched)
    {
        ConfigurationFinding finding = new() { File = file.Name, Encrypted = IsEncryptedName(file.Name) };
        SignedFile? signed = SignedFile.HasHeader(file.Content.Span) ? SignedFile.Parse(file.Content) : null;
        long started = time.GetTimestamp();
        if (signed is not null)
            finding = finding with { Signature = vouched ?? SignatureJudge.Judge(signed, flash, profile.Signing), Header = signed.Header, Verifying = time.GetElapsedTime(started) };
        if (!MayBeUsed(finding.Signature, file))
            return finding;
        return finding.Encrypted ? Decrypt(finding, file.Content, signed, flash) : ReadXml(finding, signed?.Body ?? file.Content, flash);
    }

    /// <summary>An unsigned body under a signed name is refused by phones that verify, except over HTTPS (shared/spec/boot.md 4).</summary>
    private bool MayBeUsed(SignatureVerdict signature, FetchedFile file) => signature switch
    {
        SignatureVerdict.Valid or SignatureVerdict.Ignored => true,
        SignatureVerdict.Absent => profile.Signing.Behaviour != SigningBehaviour.Verified || !file.Name.EndsWith(".sgn", StringComparison.Ordinal)
            || file.Transport == Fetching.TransportKind.Https,
        _ => false,
    };

    private ConfigurationFinding Decrypt(ConfigurationFinding finding, ReadOnlyMemory<byte> content, SignedFile? signed, FlashContents flash)
    {
        long started = time.GetTimestamp();
        (DecryptionKey key, DecryptionResult result) = profile.Encryption.Method == EncryptionMethod.Manual
            ? (DecryptionKey.Manual, EncryptedFile.Decrypt(content, flash.SymmetricKey!, profile.Encryption.Layout!.Value))
            : DecryptWithCertificate(signed, flash);
        finding = finding with { Decryption = result.Verdict, Key = key, Decrypting = time.GetElapsedTime(started) };
        return result.Succeeded ? ReadXml(finding, result.ClearText, flash) : finding;
    }

    private static (DecryptionKey Key, DecryptionResult Result) DecryptWithCertificate(SignedFile? signed, FlashContents flash)
    {
        DecryptionKey key = flash.Lsc is not null ? DecryptionKey.Lsc : DecryptionKey.Mic;
        return flash.Certificate?.Rsa is { } rsa
            ? (key, EncryptedFile.Decrypt(signed, rsa))
            : (key, new(DecryptionVerdict.KeyNotForThisPhone, default));
    }

    /// <summary>The same bytes as in flash, under the same name, mean what they meant there.</summary>
    private static ConfigurationFinding ReadXml(ConfigurationFinding finding, ReadOnlyMemory<byte> xml, FlashContents flash)
    {
        try
        {
            StoredConfiguration? known = flash.Configuration;
            return finding with { Configuration = known?.FileName == finding.File && known.Configuration.Xml.Span.SequenceEqual(xml.Span) ? known.Configuration : PhoneConfiguration.Parse(xml, finding.File) };
        }
        catch (MalformedDataException malformed)
        {
            return finding with { Malformed = malformed.Message };
        }
    }
}
