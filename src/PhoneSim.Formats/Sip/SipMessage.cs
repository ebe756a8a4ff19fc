using System.Globalization;
using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>A SIP request or response (RFC 3261 section 7). Immutable.</summary>
public abstract record SipMessage
{
    public const string Version = "SIP/2.0";

    /// <summary>In the order of the wire, without Content-Length.</summary>
    public required IReadOnlyList<SipHeader> Headers { get; init; }

    public ReadOnlyMemory<byte> Body { get; init; }

    public abstract string StartLine { get; }

    public string CallId => Find("Call-ID") ?? "";

    /// <exception cref="MalformedDataException"/>
    public SipSequence Sequence => SipSequence.Parse(Find("CSeq") ?? "");

    /// <summary><c>branch</c> of the topmost Via; empty: it has none.</summary>
    /// <exception cref="MalformedDataException"/>
    public string Branch => SipVia.Parse(Find("Via") ?? "").Branch;

    /// <summary>One datagram, or as many bytes as <see cref="SipFraming"/> says.</summary>
    /// <exception cref="MalformedDataException"/>
    public static SipMessage Parse(ReadOnlyMemory<byte> bytes) => SipMessageReader.Read(bytes);

    /// <summary>The first header of that name (long form, any case); null: none.</summary>
    public string? Find(string name) => Headers.FirstOrDefault(header => header.Is(name))?.Value;

    public IEnumerable<string> All(string name) => Headers.Where(header => header.Is(name)).Select(header => header.Value);

    public byte[] Write()
    {
        StringBuilder head = new(StartLine);
        head.Append("\r\n");
        foreach (SipHeader header in Headers)
            head.Append(header.Name).Append(": ").Append(OneLine(header.Value)).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {Body.Length}\r\n\r\n");
        return [.. Encoding.UTF8.GetBytes(head.ToString()), .. Body.Span];
    }

    public sealed override string ToString() => StartLine;

    /// <summary>A header line cannot carry control characters: each is written as a space, so that no value from a configuration adds lines.</summary>
    private static string OneLine(string value) => string.Concat(value.Select(c => char.IsControl(c) ? ' ' : c));
}
