using System.Globalization;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Dissection;

/// <summary>The common header, element by element, nested as it is (shared/spec/files.md 1 and 3).</summary>
internal sealed class HeaderWalk(ReadOnlyMemory<byte> file, List<FilePart> parts)
{
    private const int TextLimit = 200;

    private static readonly string[] Names =
    [
        "", "version", "header length", "signer", "signer name", "serial number", "issuer name", "signature info", "digest", "signature algorithm info", "signature algorithm", "modulus",
        "signature", "padding", "file name", "time stamp", "encryption info", "IV info", "IV (meaning unknown)", "IV", "padding length", "key info", "key (meaning unknown)", "wrapped key size",
        "key algorithm", "wrapped key", "digest of clear text", "clear text digest", "signer version",
    ];

    private readonly Stack<int> ends = new();

    public int Length { get; private set; }

    public bool IsTrustList { get; private set; }

    public bool IsEncrypted { get; private set; }

    public void Read()
    {
        TlvReader reader = new(file, 0, file.Length);
        Add(reader.Expect(HeaderTag.Version, "the version"));
        TlvElement length = reader.Expect(HeaderTag.HeaderLength, "the header length");
        Add(length);
        Length = length.UInt16() <= file.Length ? length.UInt16() : throw length.Malformed($"the header length {length.UInt16()} lies beyond the end of the file ({file.Length} bytes)");
        ReadElements(new(file, reader.Offset, Math.Max(reader.Offset, Length)));
        // A record begins with its length TLV, which looks like a header's version TLV.
        IsTrustList |= SignedFile.HasHeader(file.Span[Length..]);
    }

    private void ReadElements(TlvReader reader)
    {
        while (!reader.AtEnd)
        {
            while (ends.TryPeek(out int end) && end <= reader.Offset)
                ends.Pop();
            byte tag = reader.PeekTag();
            if (tag == HeaderTag.Padding)
                AddPadding(ref reader);
            else if (HeaderTag.IsContainer(tag))
                Enter(ref reader);
            else
                Add(reader.Read());
        }
    }

    private void AddPadding(ref TlvReader reader)
    {
        parts.Add(new(ends.Count, reader.Offset, 1, Names[HeaderTag.Padding], ""));
        reader.SkipTag();
    }

    private void Enter(ref TlvReader reader)
    {
        TlvReader ahead = reader;
        TlvElement container = ahead.Read();
        Add(container);
        IsEncrypted |= container.Tag == HeaderTag.EncryptionInfo;
        ends.Push(container.End);
        reader.Enter();
    }

    private void Add(TlvElement e)
    {
        IsTrustList |= e.Tag == HeaderTag.SignerVersion;
        IsEncrypted |= e.Tag == HeaderTag.Version && e.Version() == new Version(2, 0);
        string name = e.Tag < Names.Length ? Names[e.Tag] : "unknown";
        parts.Add(new(ends.Count, e.Offset, e.End - e.Offset, $"{name} ({e.Tag})", Words(e)));
    }

    private static string Words(TlvElement e) => e.Tag switch
    {
        _ when HeaderTag.IsContainer(e.Tag) => "",
        HeaderTag.Version or HeaderTag.SignerVersion => e.Version().ToString(),
        HeaderTag.HeaderLength or HeaderTag.PaddingLength or HeaderTag.WrappedKeySize => e.UInt16().ToString(CultureInfo.InvariantCulture),
        HeaderTag.SignerName or HeaderTag.IssuerName or HeaderTag.FileName => Printable.Text(e.Text(), TextLimit),
        HeaderTag.DigestAlgorithm or HeaderTag.ClearTextDigestAlgorithm => DigestAlgorithms.Read(e).Word,
        HeaderTag.Modulus when e.Byte() <= 3 => $"RSA {512 << e.Byte()} bits",
        HeaderTag.TimeStamp => DateTimeOffset.FromUnixTimeSeconds(e.UInt32()).ToString("u", CultureInfo.InvariantCulture),
        _ => FileParts.Hex(e),
    };
}
