using System.Globalization;

namespace PhoneSim.Formats.Sip;

/// <summary>CSeq.</summary>
public sealed record SipSequence(uint Number, string Method)
{
    /// <exception cref="MalformedDataException"/>
    public static SipSequence Parse(string header)
    {
        SipTextReader text = new(header, "CSeq");
        string number = text.ReadToken();
        text.SkipSpace();
        string method = text.ReadToken();
        text.ExpectEnd();
        return uint.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out uint value) && value <= int.MaxValue
            ? new(value, method)
            : throw new MalformedDataException("CSeq without a number below 2^31", 0);
    }

    public override string ToString() => $"{Number} {Method}";
}
