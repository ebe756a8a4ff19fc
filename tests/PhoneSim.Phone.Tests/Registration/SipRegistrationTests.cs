using System.Text;
using System.Text.RegularExpressions;
using PhoneSim.Formats.Sip;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Phone.Tests.Registration;

/// <summary>When the phone sends what, on a clock that the test moves.</summary>
public sealed class SipRegistrationTests
{
    private readonly ScriptedRegistrar registrar = new();

    [Fact]
    public async Task SilentRegistrar_OverUdp_IsAskedAtRfc3261sTimesAndLeftAfter32Seconds()
    {
        Task<RegistrationAttempt> registering = registrar.Register();
        registrar.Advance(31.9);
        Assert.False(registering.IsCompleted);
        registrar.Advance(0.1);
        Assert.Equal((RegistrationOutcome.Unreachable, "no answer in time"), (await registering is var attempt ? (attempt.Outcome, attempt.Why) : default));
        Assert.Equal([0, 0.5, 1.5, 3.5, 7.5, 11.5, 15.5, 19.5, 23.5, 27.5, 31.5], registrar.Sent.Select(s => s.Seconds));
        Assert.Single(registrar.Requests.Select(r => r.Branch).Distinct());
    }

    [Fact]
    public void ProvisionalAnswer_SlowsTheRepetitionDown()
    {
        _ = registrar.Register();
        registrar.Deliver(Answered(registrar.Requests.First(), 100));
        registrar.Advance(9);
        Assert.Equal([0, 0.5, 4.5, 8.5], registrar.Sent.Select(s => s.Seconds));
    }

    [Fact]
    public void SilentRegistrar_OverTcp_IsAskedOnce()
    {
        ScriptedRegistrar tcp = new() { IsReliable = true };
        _ = tcp.Register();
        tcp.Advance(31);
        Assert.Single(tcp.Sent);
    }

    [Fact]
    public void AnswerToAnotherRequest_IsNotTaken()
    {
        Task<RegistrationAttempt> registering = registrar.Register();
        SipRequest request = registrar.Requests.First();
        registrar.Deliver(Answered(request with { Headers = [.. request.Headers.Select(h => h.Is("Via") ? h with { Value = "SIP/2.0/UDP h;branch=z9hG4bKother" } : h)] }, 200));
        Assert.False(registering.IsCompleted);
        registrar.Deliver(Answered(request, 200));
        Assert.True(registering.IsCompletedSuccessfully);
    }

    [Theory]
    [InlineData("Expires: 120", 115)]
    [InlineData("Contact: <sip:1001@10.1.1.50:51234;transport=udp>;expires=60, <sip:other@h>;expires=9", 55)]
    [InlineData("Expires: 8", 4)]
    [InlineData("Server: silent about it", 3595)]
    public async Task Registration_IsRefreshedBeforeItEnds(string header, double seconds)
    {
        registrar.Answer = request => Answered(request, 200, header);
        ILiveRegistration live = (await registrar.Register()).Live!;
        _ = registrar.Keep(live);
        registrar.Advance(seconds - 0.1);
        Assert.Single(registrar.Sent);
        registrar.Advance(0.1);
        Assert.Equal([0, seconds], registrar.Sent.Select(s => s.Seconds));
        Assert.Equal([101u, 102u], registrar.Requests.Select(r => r.Sequence.Number));
    }

    [Fact]
    public async Task Refresh_ThatIsRefused_LosesTheRegistration()
    {
        registrar.Answer = request => Answered(request, request.Sequence.Number == 101 ? 200 : 403, "Expires: 120");
        Task<RegistrationAttempt> keeping = registrar.Keep((await registrar.Register()).Live!);
        registrar.Advance(115);
        Assert.Equal(RegistrationOutcome.Rejected, (await keeping).Outcome);
        Assert.Equal(RegistrationPhase.Lost, registrar.Log.Phases.Last());
    }

    [Fact]
    public async Task SecondLine_ThatIsRefused_DoesNotKeepTheFirstFromRegistering()
    {
        registrar.Answer = request => Answered(request, request.Find("To")!.Contains("1001", StringComparison.Ordinal) ? 200 : 404);
        Assert.Equal(RegistrationOutcome.Registered, (await registrar.Register(new("1001", null), new("1002", null))).Outcome);
        Assert.Equal([("1001", RegistrationPhase.Registered), ("1002", RegistrationPhase.Rejected)],
            registrar.Log.Steps.Where(s => s.Phase is RegistrationPhase.Registered or RegistrationPhase.Rejected).Select(s => (s.Line!, s.Phase)));
        Assert.Equal(2, registrar.Requests.Select(r => r.CallId).Distinct().Count());
    }

    [Fact]
    public async Task Unregister_OfASilentRegistrar_TakesTwoSeconds()
    {
        registrar.Answer = request => request.Find("Expires") == "0" ? null : Answered(request, 200);
        ILiveRegistration live = (await registrar.Register()).Live!;
        Task leaving = registrar.Leave(live);
        registrar.Advance(2);
        Assert.True(leaving.IsCompletedSuccessfully);
        Assert.Equal("no answer in time", registrar.Log.Steps[^1].Detail);
    }

    [Fact]
    public void Register_OnTheWire_IsThatOfThePhones()
    {
        _ = registrar.Register();
        string text = Encoding.UTF8.GetString(registrar.Requests.First().Write());
        string[] lines = Regex.Replace(text, "(z9hG4bK|0002-|0002)[0-9a-f]{8}(-?[0-9a-f]{8})?", "$1#").Split("\r\n");
        Assert.Equal(
        [
            "REGISTER sip:cucm.example SIP/2.0",
            "Via: SIP/2.0/UDP 10.1.1.50:51234;branch=z9hG4bK#;rport",
            "From: <sip:1001@cucm.example>;tag=0011223344550002#",
            "To: <sip:1001@cucm.example>",
            "Call-ID: 00112233-44550002-#@10.1.1.50",
            "Max-Forwards: 70",
            "CSeq: 101 REGISTER",
            "User-Agent: Cisco-CP-TEST/TEST.1",
        ], lines[..8]);
        Assert.Contains("Contact: <sip:1001@10.1.1.50:51234;transport=udp>;+sip.instance=\"<urn:uuid:00000000-0000-0000-0000-001122334455>\";+u.sip!devicename.ccm.cisco.com=\"SEP001122334455\";+u.sip!model.ccm.cisco.com=\"404\"", text, StringComparison.Ordinal);
        Assert.Contains("Expires: 3600\r\nContent-Length: 0\r\n\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OPTIONS", "", "", 200)]
    [InlineData("INVITE", "", "", 405)]
    [InlineData("NOTIFY", "presence", "", 489)]
    [InlineData("NOTIFY", "service-control", "", 400)]
    [InlineData("NOTIFY", "service-control", "action=reset\nRegisterCallId={of another}", 400)]
    [InlineData("NOTIFY", "service-control", "action=reset\nRegisterCallId={}", 200)]
    [InlineData("NOTIFY", "service-control;id=1", "action=restart", 200)]
    public async Task Request_FromTheCallManager_IsAnswered(string method, string eventName, string body, int status)
    {
        await StandAsync();
        registrar.Deliver(Request(method, eventName, body, "1"));
        SipResponse response = Assert.IsType<SipResponse>(registrar.Sent[^1].Message);
        Assert.Equal(status, response.Status);
        Assert.Equal(status == 200 && method == "NOTIFY", registrar.Log.Command.IsCompleted);
    }

    [Fact]
    public async Task Notify_ThatIsRepeated_IsAnsweredTwiceAndObeyedOnce()
    {
        await StandAsync();
        registrar.Deliver(Request("NOTIFY", "service-control", "action=reset", "1"));
        registrar.Deliver(Request("NOTIFY", "service-control", "action=reset", "1"));
        Assert.Equal(2, registrar.Sent.Count(s => s.Message is SipResponse));
        Assert.Single(registrar.Log.Phases, RegistrationPhase.Commanded);
    }

    [Fact]
    public async Task Request_DuringARegistration_IsAnsweredToo()
    {
        Task<RegistrationAttempt> registering = registrar.Register();
        registrar.Deliver(Request("OPTIONS", "", "", "1"));
        Assert.IsType<SipResponse>(registrar.Sent[^1].Message);
        registrar.Deliver(Answered(registrar.Requests.First(), 200));
        Assert.Equal(RegistrationOutcome.Registered, (await registering).Outcome);
    }

    private async Task StandAsync()
    {
        registrar.Answer = request => Answered(request, 200);
        _ = registrar.Keep((await registrar.Register()).Live!);
    }

    private static SipResponse Answered(SipRequest request, int status, string header = "") =>
        request.Answer(status, "Because", "test", header.Length == 0 ? [] : [new SipHeader(header.Split(':')[0], header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..])]);

    private static SipRequest Request(string method, string eventName, string body, string branch) => new(method, "sip:1001@10.1.1.50")
    {
        Headers =
        [
            new("Via", $"SIP/2.0/UDP cucm.example;branch=z9hG4bK{branch}"), new("From", "<sip:cucm.example>;tag=a"), new("To", "<sip:1001@10.1.1.50>"), new("Call-ID", "other"),
            new("CSeq", $"1 {method}"), new("Event", eventName),
        ],
        Body = Encoding.UTF8.GetBytes(body),
    };
}
