using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Formats.SignedFiles;

/// <summary>Names and serial numbers in the form these files use (shared/spec/files.md 1).</summary>
public static class CertificateNames
{
    private static readonly Dictionary<string, string> ShortNames = new()
    {
        ["2.5.4.3"] = "CN", ["2.5.4.4"] = "SN", ["2.5.4.5"] = "serialNumber", ["2.5.4.6"] = "C", ["2.5.4.7"] = "L", ["2.5.4.8"] = "ST", ["2.5.4.9"] = "street",
        ["2.5.4.10"] = "O", ["2.5.4.11"] = "OU", ["2.5.4.12"] = "title", ["0.9.2342.19200300.100.1.25"] = "DC", ["1.2.840.113549.1.9.1"] = "emailAddress",
    };

    /// <summary>The attributes, comma-separated, in the certificate's own order.</summary>
    public static string Of(X500DistinguishedName name) => string.Join(',', name.EnumerateRelativeDistinguishedNames(reversed: false).Select(Attribute));

    /// <summary>Unsigned big-endian without leading zero bytes.</summary>
    public static ReadOnlyMemory<byte> SerialNumber(X509Certificate2 certificate) => certificate.SerialNumberBytes.ToArray().SkipWhile(b => b == 0).ToArray();

    private static string Attribute(X500RelativeDistinguishedName part) => part.HasMultipleElements
        ? Convert.ToHexString(part.RawData.Span)
        : $"{ShortNames.GetValueOrDefault(part.GetSingleElementType().Value!, part.GetSingleElementType().Value!)}={part.GetSingleElementValue()}";
}
