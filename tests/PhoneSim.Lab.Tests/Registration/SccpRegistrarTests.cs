using PhoneSim.Formats.Sccp;
using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Sccp;
using PhoneSim.Phone.Registration;
using PhoneSim.TestSupport;
using static PhoneSim.Lab.Tests.Registration.LabRegistrars;

namespace PhoneSim.Lab.Tests.Registration;

/// <summary>The SCCP register handshake with the lab, over real sockets on loopback.</summary>
public sealed class SccpRegistrarTests
{
    private static RegisteringPhone Phone(SccpRegistrar registrar, SignallingTransport transport = SignallingTransport.Tcp) => new(transport, At(registrar.EndPoint)) { Profile = "7962-sccp", Lines = [] };

    [Theory]
    [InlineData(SignallingTransport.Tcp)]
    [InlineData(SignallingTransport.Tls)]
    public async Task Phone_OverEachTransport_RegistersAndLeavesAgain(SignallingTransport transport)
    {
        await using SccpRegistrar registrar = StartSccp(o => o with { Tls = transport == SignallingTransport.Tls ? LabRegistrars.Tls : null });
        RegistrationAttempt attempt = await Phone(registrar, transport).RegisterAsync();
        Assert.Equal((RegistrationOutcome.Registered, "keep-alive every 30 s"), (attempt.Outcome, attempt.Why));
        Assert.Equal(["SEP001122334455"], registrar.Devices);
        await attempt.Live!.UnregisterAsync();
        await attempt.Live.DisposeAsync();
        Assert.Empty(registrar.Devices);
    }

    [Fact]
    public async Task Device_ThatIsUnknown_IsRejectedInTheServersWords()
    {
        await using SccpRegistrar registrar = StartSccp(o => o with { Devices = new NoDevices() });
        RegistrationAttempt attempt = await Phone(registrar).RegisterAsync();
        Assert.Equal((RegistrationOutcome.Rejected, "\"Device not configured\""), (attempt.Outcome, attempt.Why));
    }

    public static TheoryData<SccpMisbehaviour> Hostile => [new SccpMisbehaviour { IsSilent = true }, new SccpMisbehaviour { SendsGarbage = true }];

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task CallManager_ThatDoesNotAnswerProperly_IsUnreachableInTime(SccpMisbehaviour misbehaviour)
    {
        await using SccpRegistrar registrar = StartSccp(o => o with { Misbehaviour = misbehaviour });
        RegistrationAttempt attempt = await (Phone(registrar) with { Settings = new() { AnswerDeadline = TimeSpan.FromSeconds(1) } }).RegisterAsync();
        Assert.Equal(RegistrationOutcome.Unreachable, attempt.Outcome);
    }

    [Fact]
    public async Task Phone_KeepsAlive_AnswersCapabilitiesAndObeysAReset()
    {
        TaskCompletionSource alive = new(TaskCreationOptions.RunContinuationsAsynchronously);
        List<SccpMessageId> seen = [];
        await using SccpRegistrar registrar = StartSccp(o => o with { KeepAlive = TimeSpan.FromSeconds(1), Seen = m => { seen.Add(m.Id); if (m.Id == SccpMessageId.KeepAlive) alive.TrySetResult(); } });
        RegisteringPhone phone = Phone(registrar);
        RegistrationAttempt attempt = await phone.RegisterAsync();
        using CancellationTokenSource end = new();
        Task keeping = attempt.Live!.KeepAsync(end.Token);
        await alive.Task.WaitAsync(TimeSpan.FromSeconds(10));
        Assert.True(await registrar.ResetAsync("SEP001122334455", SccpResetType.Restart));
        Assert.Equal(new(ServiceAction.Restart, null), await phone.Log.Command.WaitAsync(TimeSpan.FromSeconds(10)));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => keeping);
        await attempt.Live.DisposeAsync();
        Assert.Equal([SccpMessageId.Register, SccpMessageId.CapabilitiesResponse, SccpMessageId.KeepAlive], seen.Take(3));
    }

    [Fact]
    public async Task KeepAlives_WithoutAnswer_LoseTheRegistration()
    {
        await using SccpRegistrar registrar = StartSccp(o => o with { KeepAlive = TimeSpan.FromSeconds(1), Misbehaviour = new() { IgnoresKeepAlives = true } });
        RegistrationAttempt attempt = await (Phone(registrar) with { Settings = new() { MissedKeepAlives = 1 } }).RegisterAsync();
        RegistrationAttempt loss = await attempt.Live!.KeepAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(10));
        Assert.Equal((RegistrationOutcome.Unreachable, "1 keep-alives without an answer"), (loss.Outcome, loss.Why));
        await attempt.Live.DisposeAsync();
    }

    private sealed class NoDevices : ISccpDevices
    {
        public bool Knows(string deviceName) => false;
    }
}
