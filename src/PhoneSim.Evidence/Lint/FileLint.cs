using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>What every file has: a size, a header, perhaps a signature; then what is inside.</summary>
internal sealed class FileLint(LintInput input, LintFindings findings)
{
    private readonly InspectionRequest request = new() { FileName = input.Name, File = input.Content, PrivateKey = input.PrivateKey, Key = input.Key };

    private FirmwareProfile Profile => input.Profile;

    /// <exception cref="MalformedDataException"/>
    public void Read()
    {
        if (SignedFile.HasHeader(input.Content.Span))
            ReadSigned(SignedFile.Parse(input.Content));
        else if (Inspector.IsKnown(input.Content.Span))
            ReadConfiguration(input.Content, encrypted: false);
        else if (request.IsNamedEncrypted || request.AsksDecryption)
            ReadEncrypted(wrapsKey: false);
        else
            findings.Add(LintRules.FileUnknown, "neither trust list, signed or encrypted file nor XML");
    }

    private void ReadSigned(SignedFile file)
    {
        FileKind kind = Inspector.KindOf(file);
        LintDigest(file.Header, kind);
        if (kind == FileKind.TrustList)
        {
            LintSize(Profile.Trust.SizeLimit);
            new TrustListLint(TrustList.Parse(input.Content), input, findings).Read();
            return;
        }

        LintName(file.Header);
        if (kind == FileKind.Encrypted)
            ReadEncrypted(wrapsKey: file.Header.Encryption is { WrappedKey.IsEmpty: false });
        else if (IsConfiguration(file))
            ReadConfiguration(file.Body, encrypted: false);
    }

    /// <summary>Ring lists and locales are signed too, and are not looked into.</summary>
    private bool IsConfiguration(SignedFile file) => input.Name.Contains(".cnf.xml", StringComparison.OrdinalIgnoreCase) || PhoneConfiguration.IsConfiguration(file.Body, input.Name);

    private void ReadEncrypted(bool wrapsKey)
    {
        LintSize(Profile.Fetch.SizeLimit);
        LintMethod(wrapsKey);
        if (!request.AsksDecryption)
        {
            findings.Add(LintRules.FileUnread, "encrypted: only its header was looked at", "give the phone's key: --key PEM, or --hex KEY");
            return;
        }

        InspectedFile found = Inspector.Inspect(request);
        if (found is { Decryption: DecryptionVerdict.Decrypted, ClearText: { } clear })
            new ConfigurationLint(input, findings) { IsEncrypted = true }.Read(clear);
        else
            findings.Add(LintRules.FileDecrypts, $"{found.Decryption?.Reason}", "encrypt it for this phone's certificate or key");
    }

    private void ReadConfiguration(ReadOnlyMemory<byte> xml, bool encrypted)
    {
        LintSize(Profile.Fetch.SizeLimit);
        new ConfigurationLint(input, findings) { IsEncrypted = encrypted }.Read(xml);
    }

    private void LintSize(int limit)
    {
        if (input.Content.Length > limit)
            findings.Add(LintRules.FileSize, $"{input.Content.Length} bytes, and a {Profile.Name} takes {limit}");
    }

    private void LintDigest(FileHeader header, FileKind kind)
    {
        bool isVerified = kind == FileKind.TrustList || Profile.Signing.Behaviour == SigningBehaviour.Verified;
        if (isVerified && header is { IsSigned: true } && !(header.Digest is { } digest && Profile.Signing.Digests.Contains(digest)))
            findings.Add(LintRules.FileDigest, $"signed with {header.Digest?.Word ?? "an unknown digest"}, and a {Profile.Name} verifies {string.Join(", ", Profile.Signing.Digests.Select(d => d.Word))}", $"sign it with {Profile.Signing.Digests[0].Word}");
    }

    private void LintName(FileHeader header)
    {
        if (header.FileName is { } name && name != input.Name)
            findings.Add(LintRules.FileName, $"its header says {name}{(Profile.Signing.ChecksEmbeddedName ? ", and this load refuses that" : "")}", "sign it under the name the phone asks for");
    }

    private void LintMethod(bool wrapsKey)
    {
        string made = wrapsKey ? "encrypted for a phone's public key" : "encrypted with a symmetric key (container layout assumed)";
        string? wrong = (Profile.Encryption.Method, wrapsKey) switch
        {
            (EncryptionMethod.None, _) => $"encrypted, and a {Profile.Name} reads no encrypted files",
            (EncryptionMethod.Manual, true) => $"{made}, and a {Profile.Name} uses a key typed by hand",
            (EncryptionMethod.PublicKey, false) => $"{made}, and a {Profile.Name} uses its private key",
            _ => null,
        };
        if (wrong is not null)
            findings.Add(LintRules.FileMethod, wrong);
    }
}
