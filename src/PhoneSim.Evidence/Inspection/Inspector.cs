using System.Text;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Evidence.Inspection;

/// <summary>Tells the kind of a file from its bytes, and reads it.</summary>
public static class Inspector
{
    /// <summary>Version of the common header in encrypted files (shared/spec/files.md 1).</summary>
    private static readonly Version EncryptedVersion = new(2, 0);

    /// <exception cref="MalformedDataException"/>
    public static InspectedFile Inspect(InspectionRequest request)
    {
        if (!SignedFile.HasHeader(request.File.Span))
            return WithoutHeader(request);
        SignedFile file = SignedFile.Parse(request.File);
        (SignatureCheck signature, string reason) = SignatureChecker.Check(file, request);
        InspectedFile found = new() { Kind = KindOf(file), Header = file.Header, Signature = signature, SignatureReason = reason };
        return found.Kind switch
        {
            FileKind.TrustList => found with { Records = TrustList.Parse(request.File).Records },
            FileKind.Encrypted => Decrypt(request, found),
            _ => found with { ClearText = file.Body, Configuration = TryParse(file.Body, request.FileName) },
        };
    }

    /// <summary>False: neither the header of signed files nor XML; only a key could tell more.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> text = file.StartsWith(Encoding.UTF8.Preamble) ? file[Encoding.UTF8.Preamble.Length..] : file;
        text = text.TrimStart(" \t\r\n"u8);
        bool isXml = text is [(byte)'<', ..] || file.StartsWith(Encoding.Unicode.Preamble) || file.StartsWith(Encoding.BigEndianUnicode.Preamble);
        return isXml || SignedFile.HasHeader(file);
    }

    public static FileKind KindOf(SignedFile file) => file switch
    {
        { Header.Encryption: not null } => FileKind.Encrypted,
        _ when file.Header.Version == EncryptedVersion => FileKind.Encrypted,
        { Header.SignerVersion: not null } => FileKind.TrustList,
        // A record begins with its length TLV, which looks like a header's version TLV.
        _ when SignedFile.HasHeader(file.Body.Span) => FileKind.TrustList,
        _ => FileKind.Signed,
    };

    /// <summary>Clear XML, or RC4 of it without a header (assumed, shared/spec/files.md 4).</summary>
    private static InspectedFile WithoutHeader(InspectionRequest request)
    {
        return request.AsksDecryption || request.IsNamedEncrypted
            ? Decrypt(request, new() { Kind = FileKind.Encrypted })
            : new() { Kind = FileKind.Configuration, ClearText = request.File, Configuration = PhoneConfiguration.Parse(request.File, request.FileName) };
    }

    private static InspectedFile Decrypt(InspectionRequest request, InspectedFile found)
    {
        if (!request.AsksDecryption)
            return found;
        DecryptionResult result = request.PrivateKey is { } privateKey
            ? EncryptedFile.Decrypt(request.File, privateKey)
            : EncryptedFile.Decrypt(request.File, request.Key!, request.Key!.Bits == 256 ? ContainerLayout.ManualRc4 : ContainerLayout.ManualAes128);
        return result.Succeeded
            ? found with { Decryption = result.Verdict, ClearText = result.ClearText, Configuration = TryParse(result.ClearText, request.FileName) }
            : found with { Decryption = result.Verdict };
    }

    /// <summary>Signed files need not be configurations: ring lists and locales are signed too.</summary>
    private static PhoneConfiguration? TryParse(ReadOnlyMemory<byte> clear, string file) => PhoneConfiguration.IsConfiguration(clear, file) ? PhoneConfiguration.Parse(clear, file) : null;
}
