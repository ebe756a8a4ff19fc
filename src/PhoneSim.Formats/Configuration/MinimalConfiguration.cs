using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

/// <summary>The minimal configuration a server offers under the unencrypted name while encryption is on (shared/spec/files.md 3).</summary>
public static class MinimalConfiguration
{
    private static readonly string[] Copied = ["ipAddressMode", "loadInformation", "capfAuthMode", "capfList"];

    /// <param name="phone">The certificate the server encrypts for; null: it knows none, <c>certHash</c> is blank.</param>
    /// <exception cref="MalformedDataException">The full configuration is none.</exception>
    public static byte[] From(ReadOnlyMemory<byte> full, X509Certificate2? phone)
    {
        XElement device = ConfigurationReader.Load(full);
        XElement minimal = new("device", new XElement("fullConfig", "false"), Copied.Select(name => device.Element(name)), new XElement("certHash", Hash(phone)), new XElement("encrConfig", "true"));
        return ConfigurationWriter.Write(minimal);
    }

    private static string Hash(X509Certificate2? phone) => phone is null ? "" : Convert.ToHexStringLower(MD5.HashData(phone.RawDataMemory.Span));
}
