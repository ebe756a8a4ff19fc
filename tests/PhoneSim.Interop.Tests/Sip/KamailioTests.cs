using PhoneSim.Formats.Sip;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Sip;

/// <summary>Registration with Kamailio and its digest authentication.</summary>
[Trait("Category", "Interop")]
public sealed class KamailioTests
{
    [Theory]
    [InlineData(SignallingTransport.Udp, "MD5")]
    [InlineData(SignallingTransport.Udp, "SHA-256")]
    [InlineData(SignallingTransport.Tcp, "MD5")]
    [InlineData(SignallingTransport.Tcp, "SHA-256")]
    public async Task Phone_RegistersRefreshesAndLeaves(SignallingTransport transport, string algorithm)
    {
        using Kamailio kamailio = Start(algorithm);
        RegisteringPhone phone = new(transport, new ServerEndPoint("127.0.0.1", kamailio.Port));
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal((RegistrationOutcome.Registered, "for 2 s"), (attempt.Outcome, attempt.Why));
        await RefreshedAsync(attempt.Live!, phone.Log);
        await attempt.Live!.UnregisterAsync();
        await attempt.Live.DisposeAsync();
        Assert.Equal((RegistrationPhase.Unregistered, ""), (phone.Log.Steps[^1].Phase, phone.Log.Steps[^1].Detail));
        Assert.Contains(phone.Log.Steps, step => step.Phase == RegistrationPhase.Challenged && step.Detail.StartsWith(algorithm.Replace("-", "", StringComparison.Ordinal), StringComparison.Ordinal));
    }

    public static TheoryData<TlsOptions, string> Families => new() { { LoadTls.Of7962, "MD5" }, { LoadTls.Of8845, "SHA-256" } };

    [Theory]
    [MemberData(nameof(Families))]
    public async Task Phone_OverTheTlsOfEachFamily_RegistersAndLeaves(TlsOptions tls, string algorithm)
    {
        Programs.Require(Kamailio.Program);
        Programs.Require(Kamailio.HasTls, "kamailio-tls-modules");
        using Kamailio kamailio = Kamailio.StartTls(algorithm);
        RegisteringPhone phone = new(SignallingTransport.Tls, new ServerEndPoint("127.0.0.1", kamailio.Port)) { Tls = tls };
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal((RegistrationOutcome.Registered, "for 2 s"), (attempt.Outcome, attempt.Why));
        await attempt.Live!.UnregisterAsync();
        await attempt.Live.DisposeAsync();
        Assert.Equal((RegistrationPhase.Unregistered, ""), (phone.Log.Steps[^1].Phase, phone.Log.Steps[^1].Detail));
    }

    [Fact]
    public async Task WrongPassword_IsChallengedAgainAndCountsAsRejected()
    {
        using Kamailio kamailio = Start("MD5");
        RegisteringPhone phone = new(SignallingTransport.Udp, new ServerEndPoint("127.0.0.1", kamailio.Port)) { Lines = [new("1001", new(Kamailio.User, new("wrong")))] };
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal(RegistrationOutcome.Rejected, attempt.Outcome);
        Assert.Contains("does not accept the digest credentials", attempt.Why, StringComparison.Ordinal);
        Assert.Single(phone.Log.Phases, RegistrationPhase.Challenged);
    }

    [Fact]
    public async Task User_WhoMayNot_IsRejected()
    {
        using Kamailio kamailio = Start("MD5");
        DigestUser stranger = new("stranger", new(Kamailio.Password));
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, new ServerEndPoint("127.0.0.1", kamailio.Port)) { Lines = [new("1001", stranger)] }.RegisterAsync();
        Assert.Equal((RegistrationOutcome.Rejected, "403 Forbidden"), (attempt.Outcome, attempt.Why));
    }

    private static async Task RefreshedAsync(ILiveRegistration live, RegistrationLog log)
    {
        using CancellationTokenSource end = new();
        Task keeping = live.KeepAsync(end.Token);
        await log.ReachedAsync(RegistrationPhase.Refreshed);
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
    }

    private static Kamailio Start(string algorithm)
    {
        Programs.Require(Kamailio.Program);
        return Kamailio.Start(algorithm);
    }
}
