namespace PhoneSim.Formats.Sip;

/// <summary>A value of From, To or Contact: display name, URI and header parameters. A Contact of <c>*</c> has that as its URI.</summary>
/// <param name="Parameters">In the order of the header; a parameter without value has an empty one.</param>
public sealed record SipAddress(string? Display, string Uri, IReadOnlyList<(string Name, string Value)> Parameters)
{
    /// <exception cref="MalformedDataException"/>
    public static SipAddress Parse(string header) => ParseList(header) is [var only] ? only : throw new MalformedDataException("one address expected", 0);

    /// <summary>Addresses separated by commas.</summary>
    /// <exception cref="MalformedDataException"/>
    public static IReadOnlyList<SipAddress> ParseList(string header)
    {
        SipTextReader text = new(header, "address");
        text.SkipSpace();
        List<SipAddress> addresses = [];
        do
            addresses.Add(Read(ref text));
        while (text.TryTake(','));
        text.ExpectEnd();
        return addresses;
    }

    /// <summary>Null: it has no such parameter.</summary>
    public string? Parameter(string name) => Parameters.Where(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).FirstOrDefault();

    private static SipAddress Read(ref SipTextReader text)
    {
        string? display = text.Peek() == '"' ? text.ReadQuoted() : null;
        string before = text.ReadUntil(display is null ? "<,;" : "<");
        if (!text.TryTake('<'))
            return before.Length > 0 && display is null ? new(null, before, SipParameters.Read(ref text)) : throw text.Malformed("a URI expected");
        string uri = text.ReadUntil(">");
        text.Expect('>');
        return uri.Length > 0 ? new(display ?? (before.Length > 0 ? before : null), uri, SipParameters.Read(ref text)) : throw text.Malformed("an empty URI");
    }
}
