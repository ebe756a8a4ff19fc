using System.Text;
using PhoneSim.Evidence.Lint;
using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Lint;

/// <summary>Right files, and ways to spoil them.</summary>
internal static class LintFiles
{
    public const string Device = "SEP001122334455";

    private static readonly ProfileStore Profiles = new();

    public static FirmwareProfile Hardware { get; } = Profile("7962");

    public static string FullXml { get; } = Vectors.Text("plain.cnf.xml");

    public static string MinimalXml { get; } = Encoding.UTF8.GetString(SignedFile.Parse(Vectors.Bytes($"sha1/{Device}.cnf.xml.sgn")).Body.Span);

    public static FirmwareProfile Profile(string name) => Profiles.Find(name)!;

    public static LintInput File(string name, byte[] content, FirmwareProfile? profile = null) => new(name, content, profile ?? Hardware, TimeProvider.System.GetUtcNow());

    /// <summary>The full configuration with a text replaced, which must be there.</summary>
    public static LintInput Full(string what, string by, string profile = "7962") => File($"{Device}.cnf.xml", Replaced(FullXml, what, by), Profile(profile));

    /// <summary>The minimal configuration with a text replaced, which must be there.</summary>
    public static LintInput Minimal(string what, string by) => File($"{Device}.cnf.xml", Replaced(MinimalXml, what, by));

    public static LintInput Signed(string xml, DigestAlgorithm digest = DigestAlgorithm.Sha1, string? headerName = null, FirmwareProfile? profile = null)
    {
        SigningIdentity signer = SigningIdentity.FromPem(Vectors.Text("keys/CUCM.pem"));
        return File($"{Device}.cnf.xml.sgn", SignedFileWriter.Write(Encoding.UTF8.GetBytes(xml), signer, Options(headerName ?? $"{Device}.cnf.xml.sgn", digest)), profile);
    }

    public static LintInput Encrypted(string profile = "7962") => File($"{Device}.cnf.xml.enc.sgn", Vectors.Bytes($"sha1/{Device}.cnf.xml.enc.sgn"), Profile(profile));

    public static LintInput Itl(byte[]? list = null, FirmwareProfile? profile = null) => File("ITLFile.tlv", list ?? Vectors.Bytes("sha1/ITLFile.tlv"), profile);

    public static LintInput Ctl(byte[]? list = null, FirmwareProfile? profile = null) => File($"CTL{Device}.tlv", list ?? Vectors.Bytes($"sha1/CTL{Device}.tlv"), profile);

    /// <summary>An ITL with these roles; each with the certificate made for it.</summary>
    public static byte[] List(string name, params TrustRole[] roles) => List(name, [.. roles.Select(role => new TrustListEntry(role, Vectors.Certificate(KeyOf(role))))]);

    public static byte[] List(string name, params TrustListEntry[] entries) => TrustListWriter.Write(entries, Sast, Options(name, DigestAlgorithm.Sha1), new(1, 0));

    public static SigningIdentity Sast => SigningIdentity.FromPem(Vectors.Text("keys/SAST.pem"));

    public static SymmetricKey Key => SymmetricKey.FromHex(new string('a', 32), 128)!;

    private static string KeyOf(TrustRole role) => role switch
    {
        TrustRole.Sast => "SAST",
        TrustRole.Capf => "CAPF",
        TrustRole.Tvs => "TVS",
        _ => "CUCM",
    };

    private static SigningOptions Options(string name, DigestAlgorithm digest) => new() { FileName = name, TimeStamp = TimeProvider.System.GetUtcNow(), Digest = digest };

    private static byte[] Replaced(string xml, string what, string by)
    {
        Assert.Contains(what, xml, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(xml.Replace(what, by, StringComparison.Ordinal));
    }
}
