using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;
using PhoneSim.TestSupport;
using PhoneSim.TestSupport.Servers;

namespace PhoneSim.Interop.Tests.Sip;

/// <summary>Registration with a registrar that follows a script.</summary>
[Trait("Category", "Interop")]
public sealed class SippTests
{
    private const string Md5 = "WWW-Authenticate: Digest realm=\"ccmsipline\", nonce=\"abc\", algorithm=MD5";
    private const string Sha256 = "WWW-Authenticate: Digest realm=\"ccmsipline\", nonce=\"abc\", algorithm=SHA-256, qop=\"auth\"";
    private const string Sha512 = "WWW-Authenticate: Digest realm=\"ccmsipline\", nonce=\"abc\", algorithm=SHA-512-256, qop=\"auth\"";

    [Fact]
    public async Task Challenges_OfSeveralAlgorithms_AreAnsweredWithTheFirstThatIsKnown()
    {
        using Sipp sipp = Start(false, Sipp.ReceiveRegister(), Sipp.Answer("401 Unauthorized", Sha512, Sha256, Md5),
            Sipp.ReceiveRegister("algorithm=SHA-256.*qop=auth, nc=00000001"), Sipp.Answer("200 OK", "Expires: 120"));
        RegistrationAttempt attempt = await RegisterAsync(sipp, SignallingTransport.Udp);
        Assert.Equal((RegistrationOutcome.Registered, "for 120 s"), (attempt.Outcome, attempt.Why));
        Assert.True(await sipp.SucceededAsync());
        await attempt.Live!.DisposeAsync();
    }

    [Fact]
    public async Task StaleNonce_IsAnsweredWithTheNewOne()
    {
        using Sipp sipp = Start(true, Sipp.ReceiveRegister(), Sipp.Answer("407 Proxy Authentication Required", Md5.Replace("WWW", "Proxy", StringComparison.Ordinal)),
            Sipp.ReceiveRegister(), Sipp.Answer("401 Unauthorized", Sha256.Replace("abc", "def", StringComparison.Ordinal) + ", stale=true"),
            Sipp.ReceiveRegister("nonce=.def.*nc=00000001"), Sipp.Answer("200 OK", "Expires: 120"));
        RegistrationAttempt attempt = await RegisterAsync(sipp, SignallingTransport.Tcp);
        Assert.Equal(RegistrationOutcome.Registered, attempt.Outcome);
        Assert.True(await sipp.SucceededAsync());
        await attempt.Live!.DisposeAsync();
    }

    [Fact]
    public async Task Forbidden_WithAWarning_IsRejectedInItsWords()
    {
        using Sipp sipp = Start(false, Sipp.ReceiveRegister(), Sipp.Answer("100 Trying"), Sipp.Answer("403 Forbidden", "Warning: 399 cucm \"TLS expected\""));
        RegistrationAttempt attempt = await RegisterAsync(sipp, SignallingTransport.Udp);
        Assert.Equal((RegistrationOutcome.Rejected, "403 Forbidden (399 cucm \"TLS expected\")"), (attempt.Outcome, attempt.Why));
        Assert.True(await sipp.SucceededAsync());
    }

    [Theory]
    [InlineData("reset", "[call_id]", 200, false)]
    [InlineData("check-version", "[call_id]", 200, true)]
    [InlineData("restart", "another@call", 400, true)]
    public async Task Notify_ToARegisteredPhone_IsAnsweredByItsCallId(string action, string callId, int status, bool overTcp)
    {
        using Sipp sipp = Start(overTcp, Sipp.ReceiveRegister(), Sipp.Answer("200 OK", "Expires: 120"), Sipp.Notify(action, callId, status));
        RegisteringPhone phone = Phone(sipp, overTcp ? SignallingTransport.Tcp : SignallingTransport.Udp);
        RegistrationAttempt attempt = await phone.RegisterAsync();
        using CancellationTokenSource end = new();
        Task keeping = attempt.Live!.KeepAsync(end.Token);
        Assert.True(await sipp.SucceededAsync());
        if (status == 200)
            Assert.Equal(action, ServiceControl.NameOf((await phone.Log.Command.WaitAsync(TimeSpan.FromSeconds(5))).Action));
        else
            Assert.False(phone.Log.Command.IsCompleted);
        await end.CancelAsync();
        await Task.WhenAny(keeping);
        await attempt.Live.DisposeAsync();
    }

    [Fact]
    public async Task Silence_IsFollowedByTheNextCallManager()
    {
        using Sipp silent = Start(false, Sipp.ReceiveRegister(), "<pause milliseconds=\"10000\" />");
        using Sipp second = Start(false, Sipp.ReceiveRegister(), Sipp.Answer("200 OK", "Expires: 120"));
        RegisteringPhone phone = new(SignallingTransport.Udp, At(silent), At(second)) { Settings = new() { AnswerDeadline = TimeSpan.FromSeconds(1) } };
        RegistrationAttempt attempt = await phone.RegisterAsync();
        Assert.Equal(RegistrationOutcome.Registered, attempt.Outcome);
        Assert.True(await second.SucceededAsync());
        await attempt.Live!.DisposeAsync();
    }

    private static Sipp Start(bool overTcp, params string[] steps)
    {
        Programs.Require(Sipp.Program);
        return Sipp.Start(overTcp, steps);
    }

    private static ServerEndPoint At(Sipp sipp) => new("127.0.0.1", sipp.Port);

    private static RegisteringPhone Phone(Sipp sipp, SignallingTransport transport) => new(transport, At(sipp));

    private static Task<RegistrationAttempt> RegisterAsync(Sipp sipp, SignallingTransport transport) => Phone(sipp, transport).RegisterAsync();
}
