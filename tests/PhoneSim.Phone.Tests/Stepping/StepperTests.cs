using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Tests.Boot;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Stepping;

public sealed class StepperTests
{
    private const string Encrypted = "SEP001122334455.cnf.xml.enc.sgn";
    private const string Signed = "SEP001122334455.cnf.xml.sgn";

    private readonly TestPhone phone = new TestPhone().WithVectors("sha1");

    public StepperTests() => phone.Flash.SetLsc(TestPhone.Certificate("phone-lsc"));

    [Fact]
    public async Task EveryPoint_Stepped_SaysStateWhatAndRule()
    {
        ScriptedControl developer = new();
        BootReport report = await phone.BootAsync(developer);
        Assert.Equal(BootOutcome.Configured, report.Outcome);
        Assert.All(developer.Pauses, pause => Assert.True(pause.What.Length > 0 && pause.Rule.Contains('('), $"{pause.What}: {pause.Rule}"));
        Assert.Equal(Enum.GetValues<PausePoint>(), developer.Pauses.Select(pause => pause.Point).Distinct().Order());
    }

    [Fact]
    public async Task Transitions_Stepped_AreThoseThatThePhoneMakes()
    {
        ScriptedControl developer = new();
        await phone.BootAsync(developer);
        Assert.Equal(phone.Events.OfType<StateEntered>().Select(e => (e.From, e.Trigger, e.State)),
            developer.Pauses.Select(pause => pause.Transition).OfType<BootTransition>().Select(t => (t.From, t.Trigger, t.To)));
        Assert.All(developer.Pauses.Where(pause => pause.Transition is not null), pause => Assert.Contains(pause.Possible, p => p.Trigger == pause.Transition!.Trigger && p.To == pause.Transition.To));
    }

    [Fact]
    public async Task Request_Paused_ComesBeforeTheServerIsAsked()
    {
        List<int> asked = [];
        await phone.BootAsync(new ScriptedControl(pause =>
        {
            if (pause.Point == PausePoint.Request)
                asked.Add(phone.Server.Asked.Count);
            return null;
        }));
        Assert.Equal(Enumerable.Range(0, phone.Server.Asked.Count), asked);
    }

    [Fact]
    public async Task NotStepped_NothingPauses()
    {
        ScriptedControl developer = new();
        developer.Plan.IsStepping = false;
        Assert.Equal(BootOutcome.Configured, (await phone.BootAsync(developer)).Outcome);
        Assert.Empty(developer.Pauses);
    }

    [Fact]
    public async Task RequestAnsweredNotFound_TheServerIsNotAsked_AndThePhoneFallsBack()
    {
        await phone.BootAsync();
        phone.Server.Asked.Clear();
        ScriptedControl developer = new(pause => pause is { Point: PausePoint.Request, File.Name: Encrypted } ? new StepAnswer.NotFound() : null);
        await phone.BootAsync(developer);
        Assert.DoesNotContain(Encrypted, phone.Server.Asked);
        Assert.Contains(Signed, phone.Server.Asked);
        Assert.Contains(phone.Events.OfType<DecisionMade>(), e => e.What.Contains("file not found", StringComparison.Ordinal) && e.Why.Contains("developer", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnswerTimedOut_ThePhoneGoesOnFromFlash()
    {
        await phone.BootAsync();
        BootReport report = await phone.BootAsync(new ScriptedControl(pause => pause is { Point: PausePoint.Answer, File.Name: Encrypted } ? new StepAnswer.TimedOut() : null));
        Assert.Equal((BootOutcome.Configured, true), (report.Outcome, report.Findings.FromFlash));
    }

    [Theory]
    [InlineData(PausePoint.Request)]
    [InlineData(PausePoint.Answer)]
    public async Task FileCorrupted_SignatureDoesNotHold(PausePoint point)
    {
        ScriptedControl developer = new(pause => pause.Point == point && pause.File?.Name == Signed ? new StepAnswer.Corrupted(-1) : null);
        BootReport report = await phone.BootAsync(developer);
        Assert.Equal(BootOutcome.Rejected, report.Outcome);
        BootPause verdict = Assert.Single(developer.Pauses, pause => pause is { Point: PausePoint.Verdict, Verdict: "invalid", IsBad: true });
        Assert.Equal(1, verdict.File!.Content.ToArray().Zip(Vectors.Bytes("sha1/SEP001122334455.cnf.xml.sgn")).Count(pair => pair.First != pair.Second));
    }

    [Fact]
    public async Task OtherFile_IsJudgedInPlaceOfTheServers()
    {
        ScriptedControl developer = new(pause => pause is { Point: PausePoint.Answer, File.Name: Signed }
            ? new StepAnswer.OtherFile("full.sgn", Vectors.Bytes("sha1/full-sgn/SEP001122334455.cnf.xml.sgn")) : null);
        BootReport report = await phone.BootAsync(developer);
        Assert.Equal((BootOutcome.Configured, Signed), (report.Outcome, report.Findings.Configuration!.File));
        Assert.DoesNotContain(Encrypted, phone.Server.Asked);
    }

    [Fact]
    public async Task VerdictPause_OfATrustList_ComesBeforeFlashIsWritten()
    {
        bool? stored = null;
        await phone.BootAsync(new ScriptedControl(pause =>
        {
            if (pause is { Point: PausePoint.Verdict, Verdict: "initial" })
                stored = phone.Flash.Contents.Itl is not null;
            return null;
        }));
        Assert.False(stored);
    }

    [Theory]
    [InlineData("evaluating", PausePoint.Transition)]
    [InlineData("*.enc.sgn", PausePoint.Request)]
    [InlineData("file ITL*", PausePoint.Request)]
    [InlineData("verdict valid", PausePoint.Verdict)]
    [InlineData("not-found", PausePoint.Answer)]
    [InlineData("bad", PausePoint.Answer)]
    public async Task Breakpoint_Set_StopsOnlyThere(string text, PausePoint point)
    {
        ScriptedControl developer = new();
        developer.Plan.IsStepping = false;
        developer.Plan.Toggle(Breakpoint.Parse(text)!);
        await phone.BootAsync(developer);
        Assert.NotEmpty(developer.Pauses);
        Assert.All(developer.Pauses, pause => Assert.Equal(point, pause.Point));
    }

    [Fact]
    public void Breakpoint_UnknownState_IsNone() => Assert.Null(Breakpoint.Parse("state Nowhere"));

    [Fact]
    public async Task BootBrokenOff_InAPause_EndsThere()
    {
        StepDesk desk = new();
        desk.Plan.IsStepping = true;
        using CancellationTokenSource power = new();
        Task boot = phone.BootAsync(desk, power.Token);
        Assert.NotNull(desk.View.Pause);
        await power.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => boot);
        Assert.Null(desk.View.Pause);
    }

    [Fact]
    public async Task Desk_StepsThenRuns()
    {
        StepDesk desk = new();
        desk.Plan.IsStepping = true;
        Task<BootReport> boot = phone.BootAsync(desk);
        Assert.Equal(BootState.FetchingCtl, desk.View.Pause!.Transition!.To);
        desk.Run();
        Assert.Equal(BootOutcome.Configured, (await boot).Outcome);
        Assert.False(desk.View.IsActive);
    }
}
