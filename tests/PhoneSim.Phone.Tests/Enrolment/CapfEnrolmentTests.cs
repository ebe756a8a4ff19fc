using Microsoft.Extensions.Time.Testing;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Fetching;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

public sealed class CapfEnrolmentTests
{
    private static readonly ServerEndPoint First = new("one", 3804);
    private static readonly ServerEndPoint Second = new("two", 3804);

    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Server_ThatCannotBeReached_IsTriedThreeTimesMoreEvery30Seconds()
    {
        ScriptedConnector connector = new(() => ScriptedConnector.Refused);
        Task<CapfResult> enrolment = EnrolAsync(connector);
        for (int retry = 1; retry <= 3; retry++)
        {
            time.Advance(TimeSpan.FromSeconds(29.9));
            Assert.Equal(retry, connector.Asked.Count);
            time.Advance(TimeSpan.FromSeconds(0.1));
        }
        Assert.Equal("unreachable", (await enrolment).Word);
        Assert.Equal(4, connector.Asked.Count);
    }

    [Fact]
    public async Task Server_ThatComesBack_IsUsedAtTheNextAttempt()
    {
        Task<CapfResult> enrolment = EnrolAsync(new ScriptedConnector(() => ScriptedConnector.Refused, () => Ending(CapfReason.NoAction)));
        time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("no-operation", (await enrolment).Word);
    }

    [Fact]
    public async Task Servers_WhenTheFirstHasNoConnection_TheNextIsAskedAtOnce()
    {
        ScriptedConnector connector = new(() => ScriptedConnector.Refused, () => Ending(CapfReason.NoAction));
        Assert.Equal("no-operation", (await EnrolAsync(connector, Identities.Usual, First, Second)).Word);
        Assert.Equal([First, Second], connector.Asked);
    }

    [Theory]
    [InlineData(90, 90)]
    [InlineData(86400, 600)]
    public async Task RetryLater_IsObeyedUpToTheCap(int asked, int waited)
    {
        ScriptedConnector connector = new(() => Later(asked), () => Ending(CapfReason.NoAction));
        Task<CapfResult> enrolment = EnrolAsync(connector);
        time.Advance(TimeSpan.FromSeconds(waited - 1));
        Assert.Single(connector.Asked);
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("no-operation", (await enrolment).Word);
    }

    [Fact]
    public async Task RetryLater_WithoutEnd_Ends()
    {
        Assert.Equal("refused-retry-later", (await EnrolAsync(new ScriptedConnector(() => Later(0)))).Word);
    }

    [Fact]
    public async Task Server_NotTrusted_IsNotTriedAgain()
    {
        ScriptedConnector connector = new(() => ScriptedConnector.Untrusted);
        Assert.Equal("untrusted-server", (await EnrolAsync(connector)).Word);
        Assert.Single(connector.Asked);
    }

    [Fact]
    public async Task ExistingCertificate_WithoutAny_ConnectsToNobody()
    {
        ScriptedConnector connector = new(() => ScriptedConnector.Refused);
        CapfIdentity bare = Identities.Usual with { Authentication = CapfAuthentication.ExistingLscFirst, Lsc = null, Mic = null };
        Assert.Equal("refused-no-certificate", (await EnrolAsync(connector, bare)).Word);
        Assert.Empty(connector.Asked);
    }

    [Fact]
    public async Task Retries_OfTheRequest_GoBeforeThoseOfTheLoad()
    {
        ScriptedConnector connector = new(() => ScriptedConnector.Refused);
        Assert.Equal("unreachable", (await Enrolment(connector).EnrolAsync(new(Identities.Usual, [First], Judges.TrustAll) { Retries = 0 }, CancellationToken.None)).Word);
        Assert.Single(connector.Asked);
    }

    private static CapfConnection Ending(CapfReason reason) => ScriptedConnector.To(() => ScriptedChannel.Hello, () => ScriptedChannel.End(reason));

    private static CapfConnection Later(int seconds) => ScriptedConnector.To(
        () => ScriptedChannel.Hello,
        () => CapfMessage.Create(CapfCommand.RetryLater, 5, Formats.Tlv.TlvElements.OfUInt32((byte)CapfTag.RetryDelay, (uint)seconds)));

    private CapfEnrolment Enrolment(ICapfConnector connector) => new(connector, new(new PlatformKeyGenerator(), new CapfOptions(), time));

    private Task<CapfResult> EnrolAsync(ICapfConnector connector) => EnrolAsync(connector, Identities.Usual, First);

    private Task<CapfResult> EnrolAsync(ICapfConnector connector, CapfIdentity identity, params ServerEndPoint[] servers) =>
        Enrolment(connector).EnrolAsync(new(identity, servers is [] ? [First] : servers, Judges.TrustAll), CancellationToken.None);
}
