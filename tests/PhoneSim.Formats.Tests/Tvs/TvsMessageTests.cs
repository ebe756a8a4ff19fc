using PhoneSim.Formats.TrustLists;
using PhoneSim.Formats.Tvs;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Tvs;

public sealed class TvsMessageTests
{
    private static readonly byte[][] Seeds = [.. Transcript.All("tvs").SelectMany(transcript => transcript.Messages).Select(message => message.Bytes)];

    public static TheoryData<string> Cases => [.. Transcript.All("tvs").Select(transcript => transcript.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Message_OfATranscript_IsRewrittenByteForByte(string name)
    {
        Assert.All(Transcript.Of("tvs", name).Messages, message =>
        {
            TvsMessage parsed = TvsMessage.Parse(message.Bytes);
            Assert.Equal(message.Bytes, parsed.Write());
            Assert.Equal(message.Bytes, (message.FromPhone
                ? TvsVerifyRequest.Read(parsed).ToMessage(parsed.SessionId)
                : TvsAnswer.Read(parsed).ToMessage(parsed.Command, parsed.SessionId)).Write());
        });
    }

    [Fact]
    public void VerifyRequest_OfATranscript_NamesDeviceAndCertificate()
    {
        TvsVerifyRequest request = TvsVerifyRequest.Read(TvsMessage.Parse(Transcript.Of("tvs", "known-capf").Messages[0].Bytes));
        Assert.Equal("CP-7962-SEP001122334455", request.DeviceName);
        Assert.Equal(Vectors.Certificate("CAPF").RawData, request.Certificate.ToArray());
    }

    [Theory]
    [InlineData("known-ccm-tftp-ttl-3600", true, TrustRole.CcmTftp, 3600)]
    [InlineData("known-capf", true, TrustRole.Capf, 86400)]
    [InlineData("unknown", false, null, 0)]
    public void Answer_OfATranscript_HoldsStatusRolesAndTtl(string name, bool valid, TrustRole? role, int seconds)
    {
        TvsAnswer answer = TvsAnswer.Read(TvsMessage.Parse(Transcript.Of("tvs", name).Messages[1].Bytes));
        Assert.Equal((valid, seconds), (answer.IsValid, (int)answer.TimeToLive.TotalSeconds));
        Assert.Equal(role is null ? [] : [role.Value], answer.Roles);
    }

    [Fact]
    public void Query_Written_IsReadBack()
    {
        TvsQueryRequest query = new("CP-8861-SEP001122334455", "CN=a;O=b", "CN=c", (byte[])[1, 2]);
        TvsQueryRequest read = TvsQueryRequest.Read(TvsMessage.Parse(query.ToMessage(7).Write()));
        Assert.Equal((query.DeviceName, query.Subject, query.Issuer, "0102"), (read.DeviceName, read.Subject, read.Issuer, Convert.ToHexString(read.SerialNumber.Span)));
    }

    [Theory]
    [InlineData("56010200000000010000", 0)]
    [InlineData("57020200000000010000", 1)]
    [InlineData("57010201000000010000", 3)]
    [InlineData("5701020000000001ffff", 8)]
    [InlineData("570102000000000100010700", 8)]
    public void Message_Malformed_NamesTheOffset(string hex, int offset)
    {
        Assert.Equal(offset, Assert.Throws<MalformedDataException>(() => TvsMessage.Parse(Convert.FromHexString(hex))).Offset);
    }

    [Fact]
    public void Answer_WithAnotherStatus_IsMalformed()
    {
        TvsMessage message = TvsMessage.Parse(Convert.FromHexString("57010200000000010004" + "07000102"));
        Assert.Equal((byte)TvsTag.Status, Assert.Throws<MalformedDataException>(() => TvsAnswer.Read(message)).Tag);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Parse_OfDamagedMessages_ThrowsNothingElse() => Fuzz.Run(Seeds, ReadAll);

    private static void ReadAll(byte[] bytes)
    {
        if (Fuzz.Read(() => TvsMessage.Parse(bytes)) is not { } message)
            return;
        Assert.Equal(bytes, message.Write());
        Fuzz.Read(() => TvsVerifyRequest.Read(message));
        Fuzz.Read(() => TvsQueryRequest.Read(message));
        Fuzz.Read(() => TvsAnswer.Read(message));
    }
}
