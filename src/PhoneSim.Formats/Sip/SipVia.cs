namespace PhoneSim.Formats.Sip;

/// <summary>One value of Via: where the request came through.</summary>
/// <param name="Protocol"><c>SIP/2.0/UDP</c> …</param>
/// <param name="SentBy">Host and port as the sender sees itself.</param>
public sealed record SipVia(string Protocol, string SentBy, IReadOnlyList<(string Name, string Value)> Parameters)
{
    public string Branch => Parameters.FirstOrDefault(p => p.Name.Equals("branch", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>The topmost one of a header that may list several.</summary>
    /// <exception cref="MalformedDataException"/>
    public static SipVia Parse(string header)
    {
        SipTextReader text = new(header, "Via");
        string protocol = text.ReadUntil(" \t");
        text.SkipSpace();
        string sentBy = text.ReadUntil(";,");
        IReadOnlyList<(string, string)> parameters = SipParameters.Read(ref text);
        if (!text.TryTake(','))
            text.ExpectEnd();
        return sentBy.Length > 0 ? new(protocol, sentBy, parameters) : throw text.Malformed("no host");
    }
}
