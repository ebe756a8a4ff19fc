using System.Diagnostics.CodeAnalysis;

namespace PhoneSim.Phone;

/// <summary>A phone's name: <c>SEP</c> and its MAC address as 12 capital hexadecimal digits.</summary>
public sealed record DeviceName
{
    private DeviceName(string mac) => Mac = mac;

    /// <summary>12 capital hexadecimal digits.</summary>
    public string Mac { get; }

    /// <summary>Accepts the MAC address with <c>:</c> <c>-</c> <c>.</c> between its digits, or the whole name; either case.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out DeviceName? name)
    {
        string digits = (text ?? "").Replace(":", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal).ToUpperInvariant();
        digits = digits.StartsWith("SEP", StringComparison.Ordinal) ? digits[3..] : digits;
        name = digits.Length == 12 && digits.All(char.IsAsciiHexDigitUpper) ? new DeviceName(digits) : null;
        return name is not null;
    }

    public override string ToString() => "SEP" + Mac;
}
