using PhoneSim.Cli.Options;
using PhoneSim.Lab.Database;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;
using PhoneSim.Terminal.Commands;

namespace PhoneSim.Cli.Phones;

/// <summary>The phone on the screen, which the user may change for another, give another server, or lend to a lesson: the old one is switched off, the new one boots.</summary>
internal sealed class SwitchedPhone : IPhoneConsole, IAsyncDisposable
{
    private readonly ProfileStore profiles;
    private readonly LessonStore lessons;
    private readonly CancellationToken cancellation;
    private PhoneSetup setup;
    private PoweredPhone current;

    private SwitchedPhone(PhoneSetup setup, PoweredPhone current, ProfileStore profiles, LessonStore lessons, CancellationToken cancellation) =>
        (this.setup, Home, this.current, this.profiles, this.lessons, this.cancellation) = (setup, setup with { Lesson = null }, current, profiles, lessons, cancellation);

    /// <summary>The user's own phone, which a lesson only interrupts.</summary>
    public PhoneSetup Home { get; private set; }

    /// <summary>A defect ended the phone; it comes out of <see cref="DisposeAsync"/>.</summary>
    public bool HasFailed => current.HasFailed;

    public static async Task<SwitchedPhone> StartAsync(PhoneSetup setup, ProfileStore profiles, LessonStore lessons, CancellationToken cancellation) =>
        new(setup, await PoweredPhone.StartAsync(setup, profiles, cancellation), profiles, lessons, cancellation);

    public PhoneSnapshot Snapshot() => current.Phone.Snapshot();

    public void Press(PhoneKey key) => current.Phone.Press(key);

    public void Reset(ResetKind kind) => current.Phone.Reset(kind);

    public StepDesk Steps => current.Phone.Steps;

    /// <summary>One change at a time.</summary>
    /// <returns>Null; or why the phone is still the old one.</returns>
    public async Task<string?> ChangeAsync(ScreenCommand.Change change)
    {
        if (Next(change, out string? problem) is not { } next)
            return problem;
        problem = await SwitchAsync(next);
        if (problem is null && next.Lesson is null)
            Home = next;
        return problem;
    }

    private PhoneSetup? Next(ScreenCommand.Change change, out string? problem)
    {
        problem = null;
        switch (change)
        {
            case ScreenCommand.ChangeProfile(var name) when profiles.Find(name) is { } found:
                return Home with { Profile = found, Stepped = Steps.Plan.IsStepping };
            case ScreenCommand.ChangeServer(ServerChoices.Lab):
                return Home with { Servers = [] };
            case ScreenCommand.ChangeServer(var name) when ServerText.TryParse(name, PhoneOptionSet.TftpPort, out ServerEndPoint? server):
                return Home with { Servers = [server] };
            case ScreenCommand.StartLesson(var name) when lessons.Find(name) is { } plan && profiles.Find(plan.Lesson.Profile) is { } found:
                return Home with { Profile = found, Lesson = plan, Servers = [], Stepped = false };
            case ScreenCommand.EndLesson:
                return Home;
            default:
                problem = $"{change.Name}: there is no such thing";
                return null;
        }
    }

    private async Task<string?> SwitchAsync(PhoneSetup next)
    {
        await current.DisposeAsync();
        (string? problem, current) = await StartOrReturnAsync(next);
        if (problem is null)
            setup = next;
        return problem;
    }

    public ValueTask DisposeAsync() => current.DisposeAsync();

    private async Task<(string? Problem, PoweredPhone Phone)> StartOrReturnAsync(PhoneSetup next)
    {
        try
        {
            return (null, await PoweredPhone.StartAsync(next, profiles, cancellation));
        }
        catch (Exception refused) when (refused is CommandException or LabException)
        {
            return (refused.Message, await PoweredPhone.StartAsync(setup, profiles, cancellation));
        }
    }
}
