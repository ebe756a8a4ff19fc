using System.Globalization;
using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>
/// Reads start line, headers and body. Stricter than RFC 3261 asks: lines end with CR LF, there are no control characters in the head, and every message has Via, From, To,
/// Call-ID and CSeq.
/// </summary>
internal static class SipMessageReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly string[] Mandatory = ["Via", "From", "To", "Call-ID", "CSeq"];

    private static readonly Dictionary<string, string> CompactForms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["v"] = "Via", ["f"] = "From", ["t"] = "To", ["i"] = "Call-ID", ["m"] = "Contact", ["l"] = "Content-Length",
        ["c"] = "Content-Type", ["e"] = "Content-Encoding", ["k"] = "Supported", ["s"] = "Subject", ["o"] = "Event", ["u"] = "Allow-Events",
    };

    public static SipMessage Read(ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length > Limits.SipMessageBytes)
            throw new MalformedDataException($"{bytes.Length} bytes are more than {Limits.SipMessageBytes}", 0);
        int start = SipFraming.LeadingLineEnds(bytes.Span);
        int length = bytes.Span[start..].IndexOf(SipFraming.HeadEnd);
        if (length < 0)
            throw new MalformedDataException("no empty line after the headers", bytes.Length);
        string[] lines = Head(bytes.Span.Slice(start, length), start);
        List<SipHeader> headers = Headers(lines);
        int bodyStart = start + length + SipFraming.HeadEnd.Length;
        ReadOnlyMemory<byte> body = Body(bytes[bodyStart..], headers, bodyStart);
        headers.RemoveAll(header => header.Is("Content-Length"));
        return StartLine(lines[0]) switch
        {
            SipRequest request => request with { Headers = headers, Body = body },
            SipResponse response => response with { Headers = headers, Body = body },
            var other => throw new InvalidOperationException(other.StartLine),
        };
    }

    /// <summary>A number without sign; null: no such header.</summary>
    public static int? ContentLength(IEnumerable<SipHeader> headers)
    {
        string[] values = [.. headers.Where(header => header.Is("Content-Length")).Select(header => header.Value).Distinct()];
        return values switch
        {
            [] => null,
            [var only] when int.TryParse(only, NumberStyles.None, CultureInfo.InvariantCulture, out int length) && length <= Limits.SipMessageBytes => length,
            _ => throw new MalformedDataException("Content-Length is no number within the limit, or there are two", 0),
        };
    }

    public static string[] Head(ReadOnlySpan<byte> head, int offset)
    {
        try
        {
            string text = Strict.GetString(head).Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
            string[] lines = text.Split("\r\n");
            return !lines.Any(line => line.Any(c => char.IsControl(c) && c != '\t')) ? lines : throw new MalformedDataException("a control character in the head", offset);
        }
        catch (ArgumentException)
        {
            throw new MalformedDataException("the head is no UTF-8", offset);
        }
    }

    public static List<SipHeader> Headers(string[] lines)
    {
        if (lines.Length - 1 > Limits.SipHeaders)
            throw new MalformedDataException($"{lines.Length - 1} headers are more than {Limits.SipHeaders}", 0);
        return [.. lines.Skip(1).Select(Header)];
    }

    private static SipHeader Header(string line)
    {
        int colon = line.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? "" : line[..colon].Trim();
        return name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? new(CompactForms.GetValueOrDefault(name, name), line[(colon + 1)..].Trim())
            : throw new MalformedDataException($"no header: {Printable.Text(line, 40)}", 0);
    }

    private static SipMessage StartLine(string line) => line.Split(' ', 3) switch
    {
        [SipMessage.Version, { Length: 3 } status, var reason] when int.TryParse(status, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= 100 and < 700 =>
            new SipResponse(code, reason) { Headers = [] },
        [var method, { Length: > 0 } uri, SipMessage.Version] when method.Length > 0 && method.All(char.IsAsciiLetterUpper) => new SipRequest(method, uri) { Headers = [] },
        _ => throw new MalformedDataException($"neither a request line nor a status line: {Printable.Text(line, 60)}", 0),
    };

    /// <summary>Bytes of a datagram beyond Content-Length are dropped (RFC 3261 section 18.3).</summary>
    private static ReadOnlyMemory<byte> Body(ReadOnlyMemory<byte> rest, List<SipHeader> headers, int offset)
    {
        foreach (string name in Mandatory)
            if (!headers.Exists(header => header.Is(name)))
                throw new MalformedDataException($"no {name}", 0);
        int length = ContentLength(headers) ?? rest.Length;
        return length <= rest.Length ? rest[..length] : throw new MalformedDataException($"Content-Length is {length}, but {rest.Length} bytes follow", offset);
    }
}
