namespace PhoneSim.Formats.Sip;

/// <summary>Finds the end of a message in a stream (RFC 3261 section 18.3: there Content-Length is mandatory).</summary>
public static class SipFraming
{
    internal static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    /// <summary>CR LF pairs before a message: keep-alives, to be skipped (RFC 3261 section 7.5).</summary>
    public static int LeadingLineEnds(ReadOnlySpan<byte> bytes)
    {
        int at = 0;
        while (bytes[at..].StartsWith("\r\n"u8))
            at += 2;
        return at;
    }

    /// <param name="bytes">What has arrived so far, leading line ends skipped.</param>
    /// <returns>The length of the first message, which may go beyond the bytes; null: its head is not whole yet.</returns>
    /// <exception cref="MalformedDataException">It has no Content-Length, or is longer than a message may be.</exception>
    public static int? MessageLength(ReadOnlySpan<byte> bytes)
    {
        int head = bytes.IndexOf(HeadEnd);
        if (head < 0)
            return bytes.Length <= Limits.SipMessageBytes ? null : throw new MalformedDataException("the head does not end", bytes.Length);
        int? body = SipMessageReader.ContentLength(SipMessageReader.Headers(SipMessageReader.Head(bytes[..head], 0)));
        int length = head + HeadEnd.Length + (body ?? throw new MalformedDataException("no Content-Length over a stream", head));
        return length <= Limits.SipMessageBytes ? length : throw new MalformedDataException($"{length} bytes are more than {Limits.SipMessageBytes}", head);
    }
}
