using CsCheck;
using PhoneSim.Formats.Sip;
using PhoneSim.TestSupport;

namespace PhoneSim.Formats.Tests.Sip;

/// <summary>Whatever arrives, a parser ends with a value or with <see cref="MalformedDataException"/>.</summary>
public sealed class SipFuzzTests
{
    private const string Common = "Via: SIP/2.0/UDP 10.1.1.50:51234;branch=z9hG4bK0a1b;rport=5;received=1.2.3.4, SIP/2.0/TCP h\r\nFrom: \"A, \\\"B\" <sip:1001@h>;tag=a\r\nTo: <sip:1001@h>\r\nCall-ID: c\r\nCSeq: 101 REGISTER\r\n";

    private static readonly byte[][] Seeds =
    [
        SipMessageTests.Bytes("SIP/2.0 401 Unauthorized\r\n" + Common + "WWW-Authenticate: Digest realm=\"r\", nonce=\"n\\\"\", qop=\"auth,auth-int\", algorithm=SHA-256, stale=true\r\nContent-Length: 0\r\n\r\n"),
        SipMessageTests.Bytes("SIP/2.0 200 OK\r\n" + Common + "Contact: <sip:a@h;transport=tcp>;expires=60;+u.sip!model=\"404\", sip:b@h\r\nContent-Length: 0\r\n\r\n"),
        SipMessageTests.Bytes("NOTIFY sip:a@h SIP/2.0\r\n" + Common + "Authorization: Digest username=\"u\", realm=r, nonce=n, uri=\"sip:h\", response=abc, nc=0000000a\r\nContent-Length: 35\r\n\r\naction=reset\r\nRegisterCallId={c}\r\n\r\n"),
    ];

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Parse_OfDamagedMessages_ThrowsNothingElse() => Fuzz.Run(Seeds, ReadAll);

    [Fact]
    [Trait("Category", "Fuzz")]
    public void Values_OfRandomText_ThrowNothingElse() => Fuzz.Run(Gen.String[Gen.Char["Digest realm=\"n\\,;<>@ \t1*"], 0, 60], text =>
    {
        Fuzz.Read(() => SipAddress.ParseList(text));
        Fuzz.Read(() => SipVia.Parse(text));
        Fuzz.Read(() => SipSequence.Parse(text));
        Fuzz.Read(() => DigestChallenge.Parse("Digest " + text));
        Fuzz.Read(() => DigestAnswer.Parse("Digest " + text));
    });

    private static void ReadAll(byte[] bytes)
    {
        Fuzz.Read(() => $"{SipFraming.MessageLength(bytes)}");
        if (Fuzz.Read(() => SipMessage.Parse(bytes)) is not { } message)
            return;
        Assert.Equal(message.StartLine, SipMessage.Parse(message.Write()).StartLine);
        Fuzz.Read(() => message.Sequence);
        Fuzz.Read(() => message.Branch);
        Fuzz.Read(() => SipAddress.ParseList(message.Find("Contact") ?? ""));
        Fuzz.Read(() => DigestChallenge.Parse(message.Find("WWW-Authenticate") ?? ""));
        Fuzz.Read(() => DigestAnswer.Parse(message.Find("Authorization") ?? ""));
        Fuzz.Read(() => ServiceControl.Parse(message.Body.Span));
    }
}
