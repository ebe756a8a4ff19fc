namespace PhoneSim.Formats.Sip;

/// <param name="Name">In its long form: <c>Via</c>, not <c>v</c>.</param>
public sealed record SipHeader(string Name, string Value)
{
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);
}
