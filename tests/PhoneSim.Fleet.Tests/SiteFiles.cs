using PhoneSim.Lab.Tftp;
using PhoneSim.TestSupport;

namespace PhoneSim.Fleet.Tests;

/// <summary>A site whose phones all get the vector's configuration; a MAC address that ends in F gets a file with a broken signature.</summary>
internal sealed class SiteFiles : IFileSource
{
    private readonly byte[] itl = Vectors.Bytes("sha1/ITLFile.tlv");
    private readonly byte[] encrypted = Vectors.Bytes("sha1/SEP001122334455.cnf.xml.enc.sgn");
    private readonly byte[] broken;

    /// <param name="hasBroken">False: every file is sound.</param>
    public SiteFiles(bool hasBroken = true)
    {
        broken = [.. encrypted];
        broken[^1] ^= (byte)(hasBroken ? 1 : 0);
    }

    public byte[]? Read(string name) => name == "ITLFile.tlv" ? itl : !name.EndsWith(".enc.sgn", StringComparison.Ordinal) ? null : name[14] == 'F' ? broken : encrypted;

    /// <summary>The same as files of a folder, for real servers.</summary>
    public void WriteTo(TemporaryFolder folder, ulong firstMac, int count)
    {
        foreach (string name in Enumerable.Range(0, count).Select(i => $"SEP{firstMac + (ulong)i:X12}.cnf.xml.enc.sgn").Append("ITLFile.tlv"))
            folder.Write(name, Read(name)!);
    }
}
