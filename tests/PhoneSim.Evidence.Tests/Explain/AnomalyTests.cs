using System.Net;
using System.Text;
using PhoneSim.Evidence.Explain;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;
using PhoneSim.TestSupport;
using static PhoneSim.Evidence.Tests.Explain.SampleTraffic;

namespace PhoneSim.Evidence.Tests.Explain;

/// <summary>Traffic that is not as in the books, and traffic that is no traffic.</summary>
public sealed class AnomalyTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 1300).Select(i => (byte)i)];

    [Fact]
    public void Request_NobodyAnswers_IsATimeoutAskedSoManyTimes()
    {
        ExplainedStep step = new SampleTraffic().Ask("a.xml").AskAgain("a.xml").AskAgain("a.xml").Explain().Steps.Single();
        Assert.Equal(("timeout", "the request was sent 3 times"), (step.Answer, step.Anomalies.Single()));
    }

    [Fact]
    public void Request_ThatCrossesItsAnswer_IsTheSameRequest()
    {
        ExplainedStep step = new SampleTraffic().Ask("a.xml").Block(1, [1]).AskAgain("a.xml").Block(1, [1], new(Server.Address, 9)).Explain().Steps.Single();
        Assert.Equal(["the request was sent 2 times", "1 packet of another transfer id"], step.Anomalies);
    }

    [Fact]
    public void Block_ThatComesAgain_CountsOnceInTheFile()
    {
        ExplainedStep step = new SampleTraffic().Ask("a.xml").Block(1, Content).Block(1, Content).Block(2, Content).Block(3, Content).Explain().Steps.Single();
        Assert.Equal(("ok", 1300, "1 block came again"), (step.Answer, step.Bytes, step.Anomalies.Single()));
    }

    [Fact]
    public void Block_FromAnotherTransferId_IsNoneOfTheFile()
    {
        SampleTraffic traffic = new();
        ExplainedStep step = traffic.Ask("a.xml").Block(1, Content).Block(2, new byte[1300], new(Server.Address, 7)).Block(2, Content).Block(3, Content).Explain().Steps.Single();
        Assert.Equal(("ok", "1 packet of another transfer id"), (step.Answer, step.Anomalies.Single()));
    }

    [Fact]
    public void Transfer_ThatStops_IsCutOff()
    {
        ExplainedStep step = new SampleTraffic().Ask("a.xml").Block(1, Content).Block(2, Content).Explain().Steps.Single();
        Assert.Equal(("aborted", "cut off after 1024 bytes: the last block is not in the capture"), (step.Answer, step.Anomalies.Single()));
    }

    [Fact]
    public void Block_TheCaptureLacks_LeavesTheContentUnknown()
    {
        ExplainedStep step = new SampleTraffic().Ask("ITLFile.tlv").Block(1, Content).Block(3, Content).Explain().Steps.Single();
        Assert.Equal(("ok", null), (step.Answer, step.IsAccepted));
        Assert.Contains("nothing can be said about its content", step.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_FromThePortThatWasAsked_IsOdd() =>
        Assert.Contains("no id of its own", new SampleTraffic().Ask("a.xml").Block(1, [1], Server).Explain().Steps.Single().Anomalies.Single(), StringComparison.Ordinal);

    [Fact]
    public void PhoneThatBreaksOff_IsSaidSo() => Assert.Contains("the phone broke it off: error 3 \"disk full\"",
        new SampleTraffic() is var t ? t.Ask("a.xml").Block(1, Content).Sent(TftpPackets.Error(TftpErrorCode.DiskFull, "disk full"), t.TransferId).Explain().Steps.Single().Anomalies : []);

    [Fact]
    public void AnnouncedSize_ThatIsAnother_IsOdd()
    {
        ExplainedStep step = new SampleTraffic().Ask("a.xml").Came([0, 6, .. "blksize\01400\0tsize\01301\0"u8]).Came([0, 3, 0, 1, .. Content]).Explain().Steps.Single();
        Assert.Equal((1300, "the server announced 1301 bytes and sent 1300"), (step.Bytes, step.Anomalies.Single()));
    }

    [Fact]
    public void OnePortForSeveralFiles_IsSeveralTransfers()
    {
        SampleTraffic traffic = new SampleTraffic().Ask("a.xml").Block(1, [1]).AskAgain("b.xml").Came([0, 3, 0, 1, 1, 2], new(Server.Address, 9)).Block(1, [7, 7, 7]);
        Assert.Equal([("a.xml", 1), ("b.xml", 2)], traffic.Explain().Steps.Select(s => (s.What, s.Bytes)));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 5", "12345", "ok", 5)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "3\r\n123\r\n2\r\n45\r\n0\r\n\r\n", "ok", 5)]
    [InlineData("HTTP/1.0 200 OK", "12345", "ok", 5)]
    [InlineData("HTTP/1.1 404 Not Found\r\nContent-Length: 0", "", "not-found", 0)]
    [InlineData("HTTP/1.1 503 Busy\r\nContent-Length: 0", "", "http-503", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 9", "12345", "aborted", 0)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "3\r\n123\r\n", "aborted", 0)]
    [InlineData("220 mail.example ESMTP", "", "aborted", 0)]
    public void Http_InEachForm_IsRead(string head, string body, string answer, int bytes)
    {
        ExplainedStep step = new SampleTraffic().Http("ring.xml", head, Encoding.ASCII.GetBytes(body)).Explain(Options("8845")).Steps.Single();
        Assert.Equal((answer, bytes), (step.Answer, step.Bytes));
        Assert.Equal(answer == "aborted", step.Anomalies.Count > 0);
    }

    [Fact]
    public void File_AskedByTftpAfterHttp_FellThrough()
    {
        string name = $"{Device}.cnf.xml";
        ExplainedPhone phone = new SampleTraffic().Http(name, "HTTP/1.1 500 Error\r\nContent-Length: 0", []).Ask(name).NotFound().Explain(Options("8845"));
        Assert.Equal("fell through from http, which gave http-500 (boot.md 4)", phone.Steps[1].Anomalies.Single());
    }

    [Fact]
    public void Name_WithControlCharacters_IsHarmless()
    {
        ExplainedPhone phone = new SampleTraffic().Ask($"{Device}\u001b[2J.cnf.xml").NotFound().Explain();
        Assert.DoesNotContain('\u001b', string.Concat(phone.Steps[0].What, phone.Conclusions[0]));
    }

    [Fact]
    public void Capture_OfNoPhone_IsNobody() => Assert.Empty(ExplainAll(new SampleTraffic().Sent([1, 2, 3], new(IPAddress.Loopback, 53)).ToBytes()));

    [Fact]
    public void HostileCapture_OfAnyKind_IsExplainedOrMalformed()
    {
        byte[] right = new SampleTraffic().TrustList().Ask($"{Device}.cnf.xml.enc.sgn").Deliver(Vectors.Bytes($"sha1/{Device}.cnf.xml.enc.sgn"))
            .Http("a.xml", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked", "3\r\n123\r\n0\r\n\r\n"u8.ToArray()).ToBytes();
        Random chance = new(11);
        for (int i = 0; i < 400; i++)
        {
            byte[] spoilt = [.. right];
            for (int n = chance.Next(1, 6); n > 0; n--)
                spoilt[chance.Next(spoilt.Length)] = (byte)chance.Next(256);
            try
            {
                Assert.NotNull(ExplainAll(spoilt[..chance.Next(spoilt.Length)]));
            }
            catch (MalformedDataException)
            {
                // The one exception of parsers.
            }
        }
    }
}
