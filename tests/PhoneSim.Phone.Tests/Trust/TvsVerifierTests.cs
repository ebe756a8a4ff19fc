using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Formats.Tvs;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Trust;

public sealed class TvsVerifierTests
{
    private static readonly byte[] Certificate = Vectors.Certificate("CUCM").RawData;
    private static readonly ServerEndPoint First = new("one", 2445);
    private static readonly ServerEndPoint Second = new("two", 2445);

    private readonly FakeTimeProvider time = new();
    private readonly ScriptedTvs tvs = new();

    [Theory]
    [InlineData("known-ccm-tftp-ttl-3600", TvsStatus.Valid)]
    [InlineData("known-capf", TvsStatus.Valid)]
    [InlineData("unknown", TvsStatus.Invalid)]
    public async Task Phone_InTheSessionOfATranscript_SaysTheSame(string name, TvsStatus status)
    {
        IReadOnlyList<TranscriptMessage> messages = Transcript.Of("tvs", name).Messages;
        tvs.Answer = _ => TvsMessage.Parse(messages[1].Bytes);
        TvsVerdict verdict = await Verifier().VerifyAsync(TvsVerifyRequest.Read(TvsMessage.Parse(messages[0].Bytes)).Certificate, new([First], Judges.TrustAll), CancellationToken.None);
        Assert.Equal(messages[0].Bytes, Assert.Single(tvs.Questions).Write());
        Assert.Equal(status, verdict.Status);
    }

    [Fact]
    public async Task Answer_Valid_VouchesForItsRolesOnly()
    {
        tvs.Answer = question => Valid(question, 60);
        TvsVerdict verdict = await VerifyAsync(Verifier(), First);
        Assert.True(verdict.Vouches(TrustRole.Tftp, TrustRole.CcmTftp));
        Assert.False(verdict.Vouches(TrustRole.Sast));
    }

    [Fact]
    public async Task Answer_Valid_IsKeptForItsTtl()
    {
        tvs.Answer = question => Valid(question, 60);
        TvsVerifier verifier = Verifier();
        await VerifyAsync(verifier, First);
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.True((await VerifyAsync(verifier, First)).FromCache);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False((await VerifyAsync(verifier, First)).FromCache);
        Assert.Equal(2, tvs.Questions.Count);
    }

    [Fact]
    public async Task Answer_Invalid_IsNotKeptAndAsksNoFurtherMember()
    {
        tvs.Answer = question => TvsAnswer.Invalid.ToMessage(TvsCommand.VerifyResponse, question.SessionId);
        TvsVerifier verifier = Verifier();
        Assert.Equal(TvsStatus.Invalid, (await VerifyAsync(verifier, First, Second)).Status);
        Assert.Equal(TvsStatus.Invalid, (await VerifyAsync(verifier, First, Second)).Status);
        Assert.Equal([First, First], tvs.Asked);
    }

    [Fact]
    public async Task Member_ThatCannotBeConnected_IsFollowedByTheNext()
    {
        tvs.Answer = question => Valid(question, 60);
        tvs.Failures[First] = new(TvsExchangeOutcome.CannotConnect, null, "refused");
        Assert.Equal(TvsStatus.Valid, (await VerifyAsync(Verifier(), First, Second)).Status);
        Assert.Equal([First, Second], tvs.Asked);
    }

    [Fact]
    public async Task Member_ThatIsSilent_IsNotFollowedByTheNext()
    {
        tvs.Failures[First] = new(TvsExchangeOutcome.NoAnswer, null, "no answer within 10 s");
        TvsVerdict verdict = await VerifyAsync(Verifier(), First, Second);
        Assert.Equal(TvsStatus.NoAnswer, verdict.Status);
        Assert.Equal([First], tvs.Asked);
    }

    [Fact]
    public async Task Members_NoneOfThemReachable_IsNoAnswer()
    {
        tvs.Failures[First] = tvs.Failures[Second] = new(TvsExchangeOutcome.CannotConnect, null, "refused");
        Assert.Equal("TVS one:2445: refused; TVS two:2445: refused", (await VerifyAsync(Verifier(), First, Second)).Why);
        Assert.Equal(TvsStatus.NoAnswer, (await VerifyAsync(Verifier())).Status);
    }

    [Theory]
    [InlineData(TvsCommand.VerifyResponse, 99)]
    [InlineData(TvsCommand.QueryResponse, 0)]
    [InlineData(TvsCommand.VerifyRequest, 0)]
    public async Task Answer_OfAnotherSessionOrKind_IsNoAnswer(TvsCommand command, uint sessionOffset)
    {
        tvs.Answer = question => Valid(question, 60) with { Command = command, SessionId = question.SessionId + sessionOffset };
        Assert.Equal(TvsStatus.NoAnswer, (await VerifyAsync(Verifier(), First)).Status);
    }

    [Fact]
    public async Task Query_WhenTheProfileSaysSo_AsksByNameAndComparesTheCertificate()
    {
        byte[] answered = Certificate;
        tvs.Answer = question => new TvsAnswer(true, [TrustRole.Sast], TimeSpan.Zero, answered).ToMessage(TvsCommand.QueryResponse, question.SessionId);
        TvsVerifier verifier = new(tvs, new TvsOptions { DeviceName = "CP-8861-SEP001122334455", UsesQuery = true }, time);
        Assert.True((await VerifyAsync(verifier, First)).Vouches(TrustRole.Sast));
        Assert.Equal("CN=CUCM.lab.example;O=Lab;OU=QA", TvsQueryRequest.Read(tvs.Questions[0]).Subject);
        answered = Vectors.Certificate("TVS").RawData;
        Assert.Equal(TvsStatus.Invalid, (await VerifyAsync(verifier, First)).Status);
    }

    private static TvsMessage Valid(TvsMessage question, int seconds) =>
        new TvsAnswer(true, [TrustRole.CcmTftp], TimeSpan.FromSeconds(seconds)).ToMessage(TvsCommand.VerifyResponse, question.SessionId);

    private static Task<TvsVerdict> VerifyAsync(TvsVerifier verifier, params ServerEndPoint[] members) => verifier.VerifyAsync(Certificate, new(members, Judges.TrustAll), CancellationToken.None);

    private TvsVerifier Verifier() => new(tvs, new TvsOptions { DeviceName = "CP-7962-SEP001122334455" }, time);

    private sealed class ScriptedTvs : ITvsTransport
    {
        public Func<TvsMessage, TvsMessage> Answer { get; set; } = _ => throw new InvalidOperationException("not scripted");

        public Dictionary<ServerEndPoint, TvsExchange> Failures { get; } = [];

        public List<ServerEndPoint> Asked { get; } = [];

        public List<TvsMessage> Questions { get; } = [];

        public Task<TvsExchange> AskAsync(TvsCall call, ServerCertificateJudge judge, CancellationToken cancellation)
        {
            Asked.Add(call.Server);
            Questions.Add(call.Question);
            return Task.FromResult(Failures.TryGetValue(call.Server, out TvsExchange? failure) ? failure : new(TvsExchangeOutcome.Answered, Answer(call.Question), ""));
        }
    }
}
