namespace PhoneSim.Formats.Sip;

/// <summary><c>;name=value;name</c>.</summary>
internal static class SipParameters
{
    public static IReadOnlyList<(string Name, string Value)> Read(ref SipTextReader text)
    {
        List<(string, string)> parameters = [];
        while (text.TryTake(';'))
        {
            string name = text.ReadToken();
            parameters.Add((name, text.TryTake('=') ? text.ReadValue() : ""));
        }

        return parameters;
    }
}
