using System.Net.Sockets;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>Plays one scenario, step by step.</summary>
internal sealed class ScenarioRun : IAsyncDisposable
{
    /// <summary>Of the real time; our choice.</summary>
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(3);

    private readonly List<ScenarioCase> cases = [];
    private readonly Scenario scenario;
    private readonly ulong seed;
    private readonly TimeProvider real;
    private readonly ScenarioClock clock;
    private readonly Stage stage;
    private readonly PhoneBench phone;
    private ScenarioStep? last;

    public ScenarioRun(Scenario scenario, ulong seed, ScenarioKeys keys, ProfileStore profiles, TimeProvider real)
    {
        (this.scenario, this.seed, this.real, clock) = (scenario, seed, real, new(real));
        stage = new(scenario, seed, keys, profiles, clock);
        phone = new(scenario, seed, new MemoryFlash(FirstFlash.Of(scenario.Phone, stage, keys)), clock);
    }

    public async Task<ScenarioResult> RunAsync(CancellationToken cancellation)
    {
        long began = real.GetTimestamp();
        using CancellationTokenSource deadline = new(Deadline, real);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        try
        {
            await stage.UseAsync(scenario.Server, phone.Flash, either.Token);
            phone.Rewire(stage);
            await PlayAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            Fail("time", "the scenario ends", $"it was broken off after {Deadline.TotalMinutes} minutes of real time");
        }
        catch (Exception e) when (e is SocketException or IOException or LabException)
        {
            Fail("server", "the server can be used", e.Message);
        }

        return new(scenario, seed, cases, real.GetElapsedTime(began), clock.Now) { Events = phone.Events, Tally = stage.Relay.Tally, Files = phone.Files, Flash = phone.Flash };
    }

    public async ValueTask DisposeAsync()
    {
        phone.Dispose();
        await stage.DisposeAsync();
        clock.Dispose();
    }

    private async Task PlayAsync(CancellationToken cancellation)
    {
        foreach (ScenarioStep step in scenario.Steps)
        {
            if (step is not ScenarioStep.Expect)
                NoteRefusals();
            await PlayAsync(step, cancellation);
            last = step is ScenarioStep.Expect ? last : step;
        }

        NoteRefusals();
    }

    private async Task PlayAsync(ScenarioStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case ScenarioStep.Start start:
                stage.Prepare();
                await phone.StartAsync(start.Kind, start.Words, cancellation);
                break;
            case ScenarioStep.Press press:
                stage.Prepare();
                await phone.PressAsync(press.Keys, cancellation);
                break;
            case ScenarioStep.EnterAuthString entry:
                await phone.EnterAuthStringAsync(entry.Digits, cancellation);
                break;
            case ScenarioStep.Expect expect:
                Compare(expect);
                break;
            case ScenarioStep.Wait wait:
                clock.Advance(wait.Time);
                break;
            default:
                await ChangeAsync(step, cancellation);
                break;
        }
    }

    private async Task ChangeAsync(ScenarioStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case ScenarioStep.ChangeLab change:
                ChangeLab(change);
                break;
            case ScenarioStep.Regenerate { Names: var names }:
                await stage.Lab!.RegenerateAsync(names);
                phone.Rewire(stage);
                break;
            case ScenarioStep.Move { Server: var server }:
                await stage.UseAsync(server, phone.Flash, cancellation);
                phone.Rewire(stage);
                break;
            case ScenarioStep.ChangeLoad { Profile: var load }:
                phone.Rewire(stage, load);
                break;
            case ScenarioStep.Fault { Faults: var faults }:
                stage.Fault(faults);
                break;
            case ScenarioStep.Answer { Answers: var answers }:
                stage.Answer(answers);
                break;
        }
    }

    private void ChangeLab(ScenarioStep.ChangeLab change)
    {
        try
        {
            stage.Change(change.Settings, phone.Flash);
        }
        catch (LabException refused)
        {
            phone.Refused(refused.Message);
        }
    }

    private void Compare(ScenarioStep.Expect expect)
    {
        Moment moment = phone.Look();
        foreach (Expectation expectation in expect.Expectations)
            cases.Add(new(expectation.Line, expectation.Field.Path, After, string.Join(", ", expectation.Lines), Comparison.Differs(expectation, moment)));
        if (expect.Expectations.Any(e => e.Field.Path == ExpectedFields.Refused))
            phone.TakeRefusals();
    }

    /// <summary>What was refused and not expected to be.</summary>
    private void NoteRefusals()
    {
        foreach (string refusal in phone.TakeRefusals())
            Fail(last?.Words ?? "step", "nothing is refused", refusal);
    }

    private string After => last is null ? "at the beginning" : $"after {last.Words} in line {last.Line}";

    private void Fail(string what, string expected, string found) => cases.Add(new(last?.Line ?? 1, what, After, expected, [new('-', expected), new('+', found)]));
}
