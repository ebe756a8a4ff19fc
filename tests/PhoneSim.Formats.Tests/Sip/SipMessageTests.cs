using System.Text;
using PhoneSim.Formats.Sip;

namespace PhoneSim.Formats.Tests.Sip;

public sealed class SipMessageTests
{
    private const string Register = "REGISTER sip:10.1.1.10 SIP/2.0\r\nv: SIP/2.0/TCP 10.1.1.50:51234;branch=z9hG4bK0a1b;rport\r\nFrom: <sip:1001@10.1.1.10>;tag=a\r\nt: <sip:1001@10.1.1.10>\r\n" +
        "i: call-1\r\nCSeq: 101 REGISTER\r\nSupported: replaces,\r\n join\r\nl: 4\r\n\r\nbody";

    [Fact]
    public void Request_WithCompactAndFoldedHeaders_IsReadInLongForm()
    {
        SipRequest request = Assert.IsType<SipRequest>(SipMessage.Parse(Bytes(Register)));
        Assert.Equal(("REGISTER", "sip:10.1.1.10", "call-1", "z9hG4bK0a1b"), (request.Method, request.Uri, request.CallId, request.Branch));
        Assert.Equal(new(101, "REGISTER"), request.Sequence);
        Assert.Equal("replaces, join", request.Find("supported"));
        Assert.Equal("body"u8.ToArray(), request.Body.ToArray());
    }

    [Fact]
    public void Message_WrittenAndReadAgain_IsTheSame()
    {
        SipMessage message = SipMessage.Parse(Bytes(Register));
        SipMessage again = SipMessage.Parse(message.Write());
        Assert.Equal(message.StartLine, again.StartLine);
        Assert.Equal(message.Headers, again.Headers);
        Assert.Equal(message.Body.ToArray(), again.Body.ToArray());
    }

    [Fact]
    public void Answer_ToARequest_CopiesItsHeadersAndTagsTo()
    {
        SipResponse answer = ((SipRequest)SipMessage.Parse(Bytes(Register))).Answer(200, "OK", "b", new SipHeader("Expires", "120"));
        Assert.Equal("SIP/2.0 200 OK", answer.StartLine);
        Assert.Equal("b", SipAddress.Parse(answer.Find("To")!).Parameter("tag"));
        Assert.Equal(["Via", "From", "To", "Call-ID", "CSeq", "Expires"], answer.Headers.Select(header => header.Name));
    }

    [Theory]
    [InlineData("REGISTER sip:h SIP/1.0\r\n")]
    [InlineData("REGISTER  SIP/2.0\r\n")]
    [InlineData("SIP/2.0 99 Early\r\n")]
    [InlineData("SIP/2.0 abc\r\n")]
    [InlineData("register sip:h SIP/2.0\r\n")]
    public void StartLine_ThatIsNone_IsMalformed(string start) =>
        Assert.Throws<MalformedDataException>(() => SipMessage.Parse(Bytes(start + Register[(Register.IndexOf('\n', StringComparison.Ordinal) + 1)..])));

    [Theory]
    [InlineData("Via", "v:")]
    [InlineData("Call-ID", "i:")]
    [InlineData("CSeq", "CSeq:")]
    public void Message_WithoutAMandatoryHeader_IsMalformed(string name, string line)
    {
        string without = string.Join("\r\n", Register.Split("\r\n").Where(l => !l.StartsWith(line, StringComparison.Ordinal)));
        Assert.Contains(name, Assert.Throws<MalformedDataException>(() => SipMessage.Parse(Bytes(without))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("l: 4", "l: 5")]
    [InlineData("l: 4", "l: -4")]
    [InlineData("l: 4", "l: 4\r\nContent-Length: 3")]
    [InlineData("i: call-1", "i: call\x1b[2J")]
    [InlineData("i: call-1", "no header")]
    public void Message_WithADamagedHead_IsMalformed(string part, string damaged) =>
        Assert.Throws<MalformedDataException>(() => SipMessage.Parse(Bytes(Register.Replace(part, damaged, StringComparison.Ordinal))));

    [Fact]
    public void Datagram_LongerThanItsBody_LosesTheRest() =>
        Assert.Equal("body"u8.ToArray(), SipMessage.Parse(Bytes(Register + "more")).Body.ToArray());

    [Fact]
    public void HeaderValue_WithLineEnds_AddsNoHeader()
    {
        SipMessage message = SipMessage.Parse(Bytes(Register));
        SipMessage written = message with { Headers = [.. message.Headers, new("Subject", "x\r\nEvil: yes")] };
        Assert.Null(SipMessage.Parse(written.Write()).Find("Evil"));
    }

    [Fact]
    public void Framing_OfAStream_WaitsForTheHeadAndCountsTheBody()
    {
        Assert.Null(SipFraming.MessageLength(Bytes(Register[..40])));
        Assert.Equal(Register.Length, SipFraming.MessageLength(Bytes(Register[..^2])));
        Assert.Throws<MalformedDataException>(() => SipFraming.MessageLength(Bytes(Register.Replace("l: 4\r\n", "", StringComparison.Ordinal))));
        Assert.Throws<MalformedDataException>(() => SipFraming.MessageLength(new byte[70_000]));
    }

    [Fact]
    public void Contacts_InOneHeader_AreReadEachWithItsParameters()
    {
        IReadOnlyList<SipAddress> contacts = SipAddress.ParseList("\"A \\\"B\\\", C\" <sip:a@h;transport=tcp>;expires=60;+u.sip!model=\"404\", sip:b@h;q=0.5");
        Assert.Equal(["sip:a@h;transport=tcp", "sip:b@h"], contacts.Select(contact => contact.Uri));
        Assert.Equal("A \"B\", C", contacts[0].Display);
        Assert.Equal(("60", "404", "0.5"), (contacts[0].Parameter("Expires"), contacts[0].Parameter("+u.sip!model"), contacts[1].Parameter("q")));
    }

    [Fact]
    public void Uri_OfAnyName_StaysOneUri()
    {
        Assert.Equal("sip:a%20b%3E%3B%40@h.example", SipUri.Of("a b>;@", "h.exa mple\r\n"));
        Assert.Equal("a b>;@", SipUri.UserOf(SipUri.Of("a b>;@", "h")));
        Assert.Equal("[::1]", SipUri.Host("::1"));
    }

    [Theory]
    [InlineData("action=reset\nRegisterCallId={c@h}\nConfigVersionStamp={1}", ServiceAction.Reset)]
    [InlineData("action=check-version\r\nRegisterCallId={c@h}\r\nConfigVersionStamp={1}\r\n", ServiceAction.CheckVersion)]
    [InlineData("RegisterCallId={c@h}\r\nConfigVersionStamp={1}\r\naction=dance\r\n", ServiceAction.Other)]
    public void ServiceControl_WithEitherLineEnd_IsRead(string body, ServiceAction action) =>
        Assert.Equal(new(action, "c@h", "1"), ServiceControl.Parse(Bytes(body)));

    internal static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
