namespace PhoneSim.Formats.Sip;

public sealed record SipRequest(string Method, string Uri) : SipMessage
{
    public override string StartLine => $"{Method} {Uri} {Version}";

    /// <summary>An answer with the headers a response copies (RFC 3261 section 8.2.6); the tag goes to a To that has none.</summary>
    public SipResponse Answer(int status, string reason, string tag, params IEnumerable<SipHeader> more) => new(status, reason)
    {
        Headers = [.. Headers.Where(IsCopied).Select(header => header.Is("To") ? Tagged(header, tag) : header), .. more],
    };

    private static bool IsCopied(SipHeader header) => header.Is("Via") || header.Is("From") || header.Is("To") || header.Is("Call-ID") || header.Is("CSeq");

    private static SipHeader Tagged(SipHeader to, string tag) =>
        SipAddress.Parse(to.Value).Parameter("tag") is null ? to with { Value = $"{to.Value};tag={tag}" } : to;
}
