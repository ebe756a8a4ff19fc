using PhoneSim.Formats.Tftp;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Tftp;

public sealed class TftpFuzzTests
{
    private static readonly byte[][] Seeds =
    [
        TftpPackets.ReadRequest("SEP001122334455.cnf.xml", [new("blksize", "1428"), new("tsize", "0")]), TftpPackets.OptionAcknowledgement([new("blksize", "1428"), new("timeout", "3")]),
        TftpPackets.Acknowledgement(65535), TftpPackets.Error(TftpErrorCode.FileNotFound, "File not found"), [0, 3, 0, 1, .. "some data"u8],
    ];

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Packets_Damaged_ThrowNothingElse() => Fuzz.Run(Seeds, bytes => Fuzz.Read(() => $"{TftpPacket.Parse(bytes).Opcode}"));
}
