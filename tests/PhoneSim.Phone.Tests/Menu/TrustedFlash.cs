using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Flash;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Menu;

/// <summary>Flash of a phone with both trust lists.</summary>
internal static class TrustedFlash
{
    /// <summary>A record: its length, role TFTP, address 192.0.2.1.</summary>
    private static readonly byte[] TftpServer = [1, 0, 2, 0, 17, 4, 0, 2, 0, 3, 10, 0, 4, 192, 0, 2, 1];

    public static FlashContents Contents => FlashContents.Empty with { Ctl = List("CTLSEP001122334455.tlv"), Itl = List("ITLFile.tlv") };

    /// <summary>The ITL names the address of a TFTP server, 192.0.2.1.</summary>
    public static FlashContents NamingAServer => Contents with { Itl = TrustList.Parse((byte[])[.. Vectors.Bytes("sha512/ITLFile.tlv"), .. TftpServer]) };

    private static TrustList List(string name) => TrustList.Parse(Vectors.Bytes("sha512/" + name));
}
