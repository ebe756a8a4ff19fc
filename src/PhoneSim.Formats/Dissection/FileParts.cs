using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tlv;

namespace PhoneSim.Formats.Dissection;

/// <summary>A file taken apart with the place of every part, as far as it can be read: for eyes, not for decisions.</summary>
public sealed class FileParts
{
    private const string Body = "body";

    private readonly List<FilePart> parts = [];
    private readonly List<Range> secrets = [];
    private readonly ReadOnlyMemory<byte> file;

    private FileParts(ReadOnlyMemory<byte> file) => this.file = file;

    public IReadOnlyList<FilePart> Parts => parts;

    /// <summary>Bytes that are passwords: not to be shown.</summary>
    public IReadOnlyList<Range> Secrets => secrets;

    /// <summary>Where and why the reading stopped; null: it reached the end.</summary>
    public string? Problem { get; private set; }

    public static FileParts Of(ReadOnlyMemory<byte> file)
    {
        FileParts found = new(file);
        try
        {
            found.Read();
        }
        catch (MalformedDataException malformed)
        {
            found.Problem = malformed.Message;
        }

        return found;
    }

    private void Read()
    {
        if (!SignedFile.HasHeader(file.Span))
        {
            AddBody(0, isEncrypted: false);
            return;
        }

        HeaderWalk header = new(file, parts);
        header.Read();
        if (header.IsTrustList)
            RecordWalk.Read(file, header.Length, parts);
        else
            AddBody(header.Length, header.IsEncrypted);
    }

    private void AddBody(int start, bool isEncrypted)
    {
        int length = file.Length - start;
        if (isEncrypted || !XmlWalk.IsText(file.Span[start..]))
        {
            parts.Add(new(0, start, length, Body, isEncrypted ? $"{length} bytes, encrypted" : $"{length} bytes"));
            return;
        }

        parts.Add(new(0, start, length, Body, $"{length} bytes of XML"));
        new XmlWalk(file, parts, secrets).Read(start);
    }

    /// <summary>Text of a TLV element, or its bytes in hex.</summary>
    internal static string Hex(TlvElement e) => e.Value.Length <= 16
        ? Convert.ToHexStringLower(e.Value.Span)
        : $"{Convert.ToHexStringLower(e.Value.Span[..12])}… {e.Value.Length} bytes";
}
