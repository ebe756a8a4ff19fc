using PhoneSim.Formats.Tftp;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tests.Tftp;

/// <summary>RFC 1350, 2347, 2348, 2349, 7440 as packets in, packets out.</summary>
public sealed class TftpExchangeTests
{
    private static readonly TftpSettings Plain = new();
    private static readonly TftpSettings Everything = new() { BlockSize = 1024, WindowSize = 4, AsksTransferSize = true, TimeoutOption = 3 };

    [Fact]
    public void Begin_WithoutOptions_IsAPlainReadRequestInOctetMode()
    {
        TftpPacket request = TftpPacket.Parse(Exchange(Plain).Begin());
        Assert.Equal((TftpOpcode.ReadRequest, "file", "octet", 0), (request.Opcode, request.Text, request.Mode, request.Options.Count));
    }

    [Fact]
    public void Begin_WithOptions_AsksEachAsTheProfileSays()
    {
        TftpPacket request = TftpPacket.Parse(Exchange(Everything).Begin());
        Assert.Equal([("blksize", "1024"), ("tsize", "0"), ("timeout", "3"), ("windowsize", "4")], request.Options.Select(o => (o.Name, o.Value)));
    }

    [Fact]
    public void Waits_AreThoseOfTheProfile_TheLastOneEndsTheTransfer()
    {
        TftpExchange exchange = Exchange(Plain with { Retransmissions = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3)] });
        byte[] request = exchange.Begin();
        Assert.Equal(TimeSpan.FromSeconds(1), exchange.Wait);
        Assert.True(exchange.MayRepeat());
        Assert.Equal(TimeSpan.FromSeconds(3), exchange.Wait);
        Assert.Equal(request, exchange.LastSent);
        Assert.False(exchange.MayRepeat());
    }

    [Fact]
    public void Progress_StartsTheWaitsAnew()
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        exchange.MayRepeat();
        exchange.Take(Data(1, 512));
        Assert.Equal(Plain.Retransmissions[0], exchange.Wait);
    }

    [Fact]
    public void Blocks_MoreThan65535_WrapToZero()
    {
        const int blocks = 70_000;
        TftpExchange exchange = Exchange(Plain with { BlockSize = 8 }, sizeLimit: blocks * 8);
        exchange.Begin();
        exchange.Take(Acknowledged("blksize", "8"));
        FetchResult? result = null;
        for (int block = 1; block <= blocks; block++)
            result = exchange.Take(Data((ushort)block, block == blocks ? 3 : 8)).Result;
        Assert.Equal((FetchAnswer.Ok, ((blocks - 1) * 8) + 3), (result!.Answer, result.Content.Length));
    }

    [Theory]
    [InlineData(1, "the block before, again")]
    [InlineData(4, "a block from the future")]
    [InlineData(0, "block 0")]
    public void Block_OutOfOrder_ChangesNothing(ushort block, string why)
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        exchange.Take(Data(1, 512));
        exchange.Take(Data(2, 512));
        byte[] before = exchange.LastSent;
        Assert.Equal((default, before), (exchange.Take(Data(block, 512)), exchange.LastSent));
        Assert.True(exchange.Take(Data(3, 1)).Result!.Content.Length == 1025, why);
    }

    [Fact]
    public void Window_Full_IsAcknowledgedOnce_AndAGapAsksForTheRest()
    {
        TftpExchange exchange = Exchange(Plain with { WindowSize = 3 });
        exchange.Begin();
        exchange.Take(Acknowledged("windowsize", "3"));
        Assert.Null(exchange.Take(Data(1, 512)).Reply);
        Assert.Null(exchange.Take(Data(2, 512)).Reply);
        Assert.Equal(3, Block(exchange.Take(Data(3, 512)).Reply));
        Assert.Null(exchange.Take(Data(4, 512)).Reply);
        Assert.Equal(4, Block(exchange.Take(Data(6, 512)).Reply));
    }

    [Theory]
    [InlineData("blksize", "2048", "larger than asked")]
    [InlineData("blksize", "7", "below 8")]
    [InlineData("blksize", "many", "no number")]
    [InlineData("windowsize", "5", "larger than asked")]
    [InlineData("timeout", "4", "another value")]
    [InlineData("multicast", "", "not asked")]
    public void OptionAcknowledgement_ThatMayNotStand_EndsWithErrorEight(string option, string value, string why)
    {
        TftpExchange exchange = Exchange(Everything);
        exchange.Begin();
        TftpStep step = exchange.Take(Acknowledged(option, value));
        Assert.Equal(TftpErrorCode.OptionsRefused, TftpPacket.Parse(step.Reply).ErrorCode);
        Assert.True(step.Result!.Answer == FetchAnswer.Aborted, why);
    }

    [Fact]
    public void OptionAcknowledgement_AfterTheFirstBlock_ChangesNothing()
    {
        TftpExchange exchange = Exchange(Everything);
        exchange.Begin();
        exchange.Take(Acknowledged("blksize", "1024"));
        exchange.Take(Data(1, 1024));
        Assert.Equal(default, exchange.Take(Acknowledged("blksize", "16")));
        Assert.NotNull(exchange.Take(Data(2, 1024)).Reply);
    }

    [Fact]
    public void TransferSize_OverTheLimit_EndsBeforeAnyBlock()
    {
        TftpExchange exchange = Exchange(Everything, sizeLimit: 1000);
        exchange.Begin();
        Assert.Equal(FetchAnswer.TooBig, exchange.Take(Acknowledged("tsize", "1001")).Result!.Answer);
    }

    [Fact]
    public void Content_OverTheLimit_IsTooBig_WhateverTsizeSaid()
    {
        TftpExchange exchange = Exchange(Everything, sizeLimit: 1500);
        exchange.Begin();
        exchange.Take(Acknowledged("tsize", "10"));
        exchange.Take(Data(1, 512));
        exchange.Take(Data(2, 512));
        Assert.Equal(FetchAnswer.TooBig, exchange.Take(Data(3, 512)).Result?.Answer ?? FetchAnswer.Ok);
    }

    [Fact]
    public void Block_LargerThanAgreed_EndsTheTransfer()
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        Assert.Equal(FetchAnswer.Aborted, exchange.Take(Data(1, 513)).Result!.Answer);
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 0, 9, 0, 0 })]
    [InlineData(new byte[] { 0, 3, 0 })]
    [InlineData(new byte[] { 0, 4, 0, 1 })]
    [InlineData(new byte[] { 0, 1, 65, 0, 66, 0 })]
    public void Nonsense_EndsWithErrorFour(byte[] packet)
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        TftpStep step = exchange.Take(packet);
        Assert.Equal((FetchAnswer.Aborted, TftpErrorCode.IllegalOperation), (step.Result!.Answer, TftpPacket.Parse(step.Reply).ErrorCode));
    }

    [Theory]
    [InlineData(1, "not-found")]
    [InlineData(2, "error-2")]
    [InlineData(0, "error-0")]
    public void Error_OfTheServer_IsTheAnswer_ItsTextStripped(int code, string answer)
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        FetchResult result = exchange.Take(TftpPackets.Error((TftpErrorCode)code, "no\u001b[2J way")).Result!;
        Assert.Equal(answer, result.AnswerText);
        Assert.DoesNotContain('\u001b', result.Detail!);
    }

    [Fact]
    public void EmptyFile_IsOneEmptyBlock()
    {
        TftpExchange exchange = Exchange(Plain);
        exchange.Begin();
        TftpStep step = exchange.Take(Data(1, 0));
        Assert.Equal((FetchAnswer.Ok, 0, 1), (step.Result!.Answer, step.Result.Content.Length, Block(step.Reply)));
    }

    private static TftpExchange Exchange(TftpSettings settings, int sizeLimit = 1_000_000) => new(new("file", new("127.0.0.1", 69), sizeLimit), settings);

    private static byte[] Data(ushort block, int length) => [0, 3, (byte)(block >> 8), (byte)block, .. new byte[length]];

    private static byte[] Acknowledged(string option, string value) => [0, 6, .. System.Text.Encoding.ASCII.GetBytes($"{option}\0{value}\0")];

    private static int Block(byte[]? acknowledgement) => TftpPacket.Parse(acknowledgement).Block;
}
