using System.Net;
using PhoneSim.Formats.Sccp;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Sccp;

public sealed class SccpMessageTests
{
    private static readonly SccpRegister Register = new("SEP001122334455", IPAddress.Parse("10.1.1.50"), 404, 17);

    private static readonly SccpMessage[] Messages =
    [
        new(SccpMessageId.KeepAlive, default), Register.ToMessage(), new SccpRegisterAck(TimeSpan.FromSeconds(30), "D/M/Y", TimeSpan.FromSeconds(60), 17).ToMessage(),
        new SccpRegisterReject("No!").ToMessage(), new SccpReset(SccpResetType.Restart).ToMessage(), SccpCapabilities.Common.ToMessage(), new SccpUnregisterAck(0).ToMessage(),
    ];

    [Fact]
    public void Register_OnTheWire_StandsWhereServersReadIt()
    {
        byte[] bytes = Register.ToMessage().Write();
        Assert.Equal([48, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0], bytes[..12]);
        Assert.Equal("SEP001122334455\0"u8.ToArray(), bytes[12..28]);
        Assert.Equal([10, 1, 1, 50], bytes[36..40]);
        Assert.Equal([0x94, 1, 0, 0], bytes[40..44]);
        Assert.Equal(17, bytes[52]);
    }

    [Fact]
    public void Register_OfAnOldLoad_EndsAfterTheStreams()
    {
        SccpMessage old = new(SccpMessageId.Register, Register.ToMessage().Body[..36]);
        Assert.Equal(Register with { ProtocolVersion = 0 }, SccpRegister.Read(old));
    }

    [Fact]
    public void Messages_WrittenAndRead_AreTheSame()
    {
        Assert.Equal(Register, SccpRegister.Read(Again(1)));
        Assert.Equal(new(TimeSpan.FromSeconds(30), "D/M/Y", TimeSpan.FromSeconds(60), 17), SccpRegisterAck.Read(Again(2)));
        Assert.Equal("No!", SccpRegisterReject.Read(Again(3)).Text);
        Assert.Equal(SccpResetType.Restart, SccpReset.Read(Again(4)).Type);
        Assert.Equal(SccpCapabilities.Common.Codecs, SccpCapabilities.Read(Again(5)).Codecs);
        Assert.Equal(0u, SccpUnregisterAck.Read(Again(6)).Status);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(3u)]
    [InlineData(20_000u)]
    [InlineData(0xFFFFFFFFu)]
    public void Length_OutsideTheLimits_IsMalformed(uint length) =>
        Assert.Throws<MalformedDataException>(() => SccpMessage.ReadBodyLength([.. BitConverter.GetBytes(length), 0, 0, 0, 0]));

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Parse_OfDamagedMessages_ThrowsNothingElse() => Fuzz.Run([.. Messages.Select(message => message.Write())], ReadAll);

    private static SccpMessage Again(int index) => SccpMessage.Parse(Messages[index].Write());

    private static void ReadAll(byte[] bytes)
    {
        if (Fuzz.Read(() => SccpMessage.Parse(bytes)) is not { } message)
            return;
        Fuzz.Read(() => SccpRegister.Read(message));
        Fuzz.Read(() => SccpRegisterAck.Read(message));
        Fuzz.Read(() => SccpRegisterReject.Read(message));
        Fuzz.Read(() => SccpReset.Read(message));
        Fuzz.Read(() => SccpCapabilities.Read(message));
        Fuzz.Read(() => SccpUnregisterAck.Read(message));
    }
}
