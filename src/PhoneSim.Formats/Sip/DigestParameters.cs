namespace PhoneSim.Formats.Sip;

/// <summary><c>Digest name=value, name="value"</c>: the form of challenges and of answers.</summary>
internal sealed class DigestParameters
{
    private const string Scheme = "Digest";

    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    public string? this[string name] => values.GetValueOrDefault(name);

    public static bool IsDigest(string header) => header.StartsWith(Scheme + " ", StringComparison.OrdinalIgnoreCase);

    public static DigestParameters Parse(string header)
    {
        if (!IsDigest(header))
            throw new MalformedDataException("no digest authentication", 0);
        SipTextReader text = new(header.AsSpan(Scheme.Length + 1), Scheme);
        text.SkipSpace();
        DigestParameters parameters = new();
        do
            parameters.Add(ref text);
        while (text.TryTake(','));
        text.ExpectEnd();
        return parameters;
    }

    public string Require(string name) => this[name] ?? throw new MalformedDataException($"digest authentication without {name}", 0);

    private void Add(ref SipTextReader text)
    {
        string name = text.ReadToken();
        text.Expect('=');
        if (!values.TryAdd(name, text.ReadValue()))
            throw text.Malformed($"{name} twice");
    }
}
