using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Sip;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;
using PhoneSim.TestSupport;
using static PhoneSim.Lab.Tests.Registration.LabRegistrars;

namespace PhoneSim.Lab.Tests.Registration;

/// <summary>The phone's registration with the lab's registrar, over real sockets on loopback.</summary>
public sealed class SipRegistrarTests
{
    private static readonly ServerEndPoint Nobody = new("127.0.0.1", 1);

    [Theory]
    [InlineData(SignallingTransport.Udp, SipDigestAlgorithm.Md5)]
    [InlineData(SignallingTransport.Udp, SipDigestAlgorithm.Sha256)]
    [InlineData(SignallingTransport.Tcp, SipDigestAlgorithm.Md5)]
    [InlineData(SignallingTransport.Tcp, SipDigestAlgorithm.Sha256)]
    [InlineData(SignallingTransport.Tls, SipDigestAlgorithm.Md5)]
    [InlineData(SignallingTransport.Tls, SipDigestAlgorithm.Sha256)]
    public async Task Phone_OverEachTransport_AnswersTheChallengeAndLeavesAgain(SignallingTransport transport, SipDigestAlgorithm digest)
    {
        await using SipRegistrar registrar = StartSip(o => o with { Digest = digest });
        RegisteringPhone phone = new(transport, At(transport == SignallingTransport.Tls ? registrar.SecureEndPoint : registrar.EndPoint));
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal((RegistrationOutcome.Registered, "for 120 s"), (attempt.Outcome, attempt.Why));
        SipBinding binding = Assert.Single(registrar.Bindings);
        Assert.Equal(("1001", transport, "digest-user"), (binding.Line, binding.Transport, binding.User));

        await attempt.Live!.UnregisterAsync();
        await attempt.Live.DisposeAsync();
        Assert.Empty(registrar.Bindings);
        Assert.Equal([RegistrationPhase.Connecting, RegistrationPhase.Asking, RegistrationPhase.Challenged, RegistrationPhase.Registered, RegistrationPhase.Unregistered], phone.Log.Phases);
    }

    [Fact]
    public async Task WrongPassword_IsRejectedAndNotRepeated()
    {
        int seen = 0;
        await using SipRegistrar registrar = StartSip(o => o with { Seen = _ => seen++ });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)) { Lines = [new("1001", new("digest-user", new("wrong")))] }.RegisterAsync();
        Assert.Equal(RegistrationOutcome.Rejected, attempt.Outcome);
        Assert.StartsWith("403", attempt.Why, StringComparison.Ordinal);
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task Challenge_WithoutCredentials_IsRejectedInWords()
    {
        await using SipRegistrar registrar = StartSip();
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)) { Lines = [new("1001", null)] }.RegisterAsync();
        Assert.Equal(RegistrationOutcome.Rejected, attempt.Outcome);
        Assert.Contains("neither file nor flash", attempt.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, RegistrationOutcome.Rejected)]
    [InlineData(404, RegistrationOutcome.Rejected)]
    [InlineData(603, RegistrationOutcome.Rejected)]
    [InlineData(302, RegistrationOutcome.Unreachable)]
    [InlineData(503, RegistrationOutcome.Unreachable)]
    public async Task Answer_OfThatStatus_DecidesWhetherTheNextIsAsked(int status, RegistrationOutcome outcome)
    {
        await using SipRegistrar registrar = StartSip(o => o with { Misbehaviour = new() { Status = status } });
        await using SipRegistrar second = StartSip();
        RegisteringPhone phone = new(SignallingTransport.Udp, At(registrar.EndPoint), At(second.EndPoint));
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal(outcome == RegistrationOutcome.Rejected ? RegistrationOutcome.Rejected : RegistrationOutcome.Registered, attempt.Outcome);
        await DisposeAsync(attempt);
    }

    public static TheoryData<SignallingTransport, SipMisbehaviour> Hostile => new()
    {
        { SignallingTransport.Udp, new() { IsSilent = true } },
        { SignallingTransport.Tcp, new() { IsSilent = true } },
        { SignallingTransport.Udp, new() { SendsGarbage = true } },
        { SignallingTransport.Tcp, new() { SendsGarbage = true } },
        { SignallingTransport.Tls, new() { SendsGarbage = true } },
    };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Registrar_ThatDoesNotAnswerProperly_IsUnreachableInTime(SignallingTransport transport, SipMisbehaviour misbehaviour)
    {
        await using SipRegistrar registrar = StartSip(o => o with { Misbehaviour = misbehaviour });
        RegisteringPhone phone = new(transport, At(transport == SignallingTransport.Tls ? registrar.SecureEndPoint : registrar.EndPoint));
        RegistrationAttempt attempt = await (phone with { Settings = phone.Settings with { AnswerDeadline = TimeSpan.FromSeconds(1) } }).RegisterAsync();
        Assert.Equal(RegistrationOutcome.Unreachable, attempt.Outcome);
    }

    [Fact]
    public async Task Registrar_ThatChallengesForEver_IsLeftAfterAFewExchanges()
    {
        int seen = 0;
        await using SipRegistrar registrar = StartSip(o => o with { Misbehaviour = new() { ChallengesForEver = true }, Seen = _ => seen++ });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)).RegisterAsync();
        Assert.Equal(RegistrationOutcome.Rejected, attempt.Outcome);
        Assert.Equal(4, seen);
    }

    [Theory]
    [InlineData(SignallingTransport.Udp)]
    [InlineData(SignallingTransport.Tcp)]
    [InlineData(SignallingTransport.Tls)]
    public async Task CallManagers_WhenTheFirstIsDown_TheSecondRegisters(SignallingTransport transport)
    {
        await using SipRegistrar registrar = StartSip();
        RegisteringPhone phone = new(transport, Nobody, At(transport == SignallingTransport.Tls ? registrar.SecureEndPoint : registrar.EndPoint));
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal(RegistrationOutcome.Registered, attempt.Outcome);
        Assert.Equal([RegistrationPhase.Unreachable], phone.Log.Steps.Where(step => step.Server == Nobody && step.Phase > RegistrationPhase.Asking).Select(step => step.Phase));
        await DisposeAsync(attempt);
    }

    [Fact]
    public async Task LostRequests_OverUdp_AreRepeated()
    {
        await using SipRegistrar registrar = StartSip(o => o with { Misbehaviour = new() { Loses = 3 } });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Udp, At(registrar.EndPoint)).RegisterAsync();
        Assert.Equal(RegistrationOutcome.Registered, attempt.Outcome);
        await DisposeAsync(attempt);
    }

    [Fact]
    public async Task TlsServer_ThatIsNotTrusted_GetsNoRequest()
    {
        int seen = 0;
        await using SipRegistrar registrar = StartSip(o => o with { Seen = _ => seen++ });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tls, At(registrar.SecureEndPoint)) { TrustsServers = false }.RegisterAsync();
        Assert.Equal((RegistrationOutcome.Unreachable, "unknown certificate"), (attempt.Outcome, attempt.Why));
        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task PhoneOfThe7900Family_RegistersAndIsCommandedOverTls10()
    {
        await using SipRegistrar registrar = StartSip();
        RegisteringPhone phone = new(SignallingTransport.Tls, At(registrar.SecureEndPoint)) { Tls = LoadTls.Of7962 };
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Task keeping = attempt.Live!.KeepAsync(CancellationToken.None);
        Assert.True(await registrar.CommandAsync(Assert.Single(registrar.Bindings), ServiceAction.Reset));
        Assert.Equal(ServiceAction.Reset, (await phone.Log.Command.WaitAsync(TimeSpan.FromSeconds(10))).Action);
        await DisposeAsync(attempt);
        await Task.WhenAny(keeping);
    }

    [Fact]
    public async Task IntervalTooBrief_IsAskedAgainWithTheLongerOne()
    {
        await using SipRegistrar registrar = StartSip(o => o with { MinExpires = TimeSpan.FromSeconds(7200), Expires = TimeSpan.FromSeconds(7200) });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)).RegisterAsync();
        Assert.Equal("for 7200 s", attempt.Why);
        await DisposeAsync(attempt);
    }

    [Fact]
    public async Task ShortRegistration_IsRefreshedWithTheSameNonce()
    {
        TaskCompletionSource refreshed = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<SipRegisterSeen> seen = [];
        await using SipRegistrar registrar = StartSip(o => o with { Expires = TimeSpan.FromSeconds(1), Seen = s => { seen.Add(s); if (seen.Count == 3) refreshed.SetResult(); } });
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)).RegisterAsync();
        using CancellationTokenSource end = new();
        Task keeping = attempt.Live!.KeepAsync(end.Token);
        await refreshed.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
        await DisposeAsync(attempt);

        Assert.Equal([1u, 2u], seen.Skip(1).Take(2).Select(s => DigestAnswer.Parse(s.Request.Find("Authorization")!).NonceCount));
        Assert.Equal([101u, 102u, 103u], seen.Take(3).Select(s => s.Request.Sequence.Number));
        Assert.Single(seen.Select(s => s.Request.CallId).Distinct());
    }

    [Theory]
    [InlineData(SignallingTransport.Udp, ServiceAction.Reset)]
    [InlineData(SignallingTransport.Tcp, ServiceAction.Restart)]
    [InlineData(SignallingTransport.Tls, ServiceAction.CheckVersion)]
    public async Task Notify_OfServiceControl_ReachesThePhone(SignallingTransport transport, ServiceAction action)
    {
        await using SipRegistrar registrar = StartSip();
        RegisteringPhone phone = new(transport, At(transport == SignallingTransport.Tls ? registrar.SecureEndPoint : registrar.EndPoint));
        RegistrationAttempt attempt = await phone.RegisterAsync();
        using CancellationTokenSource end = new();
        Task keeping = attempt.Live!.KeepAsync(end.Token);
        Assert.True(await registrar.CommandAsync(Assert.Single(registrar.Bindings), action, "stamp"));
        Assert.Equal(new(action, "stamp"), await phone.Log.Command.WaitAsync(TimeSpan.FromSeconds(10)));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
        await DisposeAsync(attempt);
    }

    [Fact]
    public async Task Connection_ThatBreaks_LosesTheRegistration()
    {
        SipRegistrar registrar = StartSip();
        RegistrationAttempt attempt = await new RegisteringPhone(SignallingTransport.Tcp, At(registrar.EndPoint)).RegisterAsync();
        Task<RegistrationAttempt> keeping = attempt.Live!.KeepAsync(CancellationToken.None);
        await registrar.DisposeAsync();
        Assert.Equal(RegistrationOutcome.Unreachable, (await keeping.WaitAsync(TimeSpan.FromSeconds(10))).Outcome);
        await attempt.Live.UnregisterAsync();
        await attempt.Live.DisposeAsync();
    }

    private static ValueTask DisposeAsync(RegistrationAttempt attempt) => attempt.Live?.DisposeAsync() ?? ValueTask.CompletedTask;
}
