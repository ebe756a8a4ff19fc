using PhoneSim.Lab.Database;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Stepping;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Cli.Phones;

/// <summary>The phone on the screen, which the user may change for one of another profile: the old one is switched off, the new one boots from the same flash.</summary>
internal sealed class SwitchedPhone : IPhoneConsole, IAsyncDisposable
{
    private readonly ProfileStore profiles;
    private readonly CancellationToken cancellation;
    private readonly PhoneSetup home;
    private PhoneSetup setup;
    private PoweredPhone current;

    private SwitchedPhone(PhoneSetup setup, PoweredPhone current, ProfileStore profiles, CancellationToken cancellation) =>
        (this.setup, home, this.current, this.profiles, this.cancellation) = (setup, setup with { Lesson = null }, current, profiles, cancellation);

    public static async Task<SwitchedPhone> StartAsync(PhoneSetup setup, ProfileStore profiles, CancellationToken cancellation) =>
        new(setup, await PoweredPhone.StartAsync(setup, profiles, cancellation), profiles, cancellation);

    public PhoneSnapshot Snapshot() => current.Phone.Snapshot();

    public void Press(PhoneKey key) => current.Phone.Press(key);

    public void Reset(ResetKind kind) => current.Phone.Reset(kind);

    public StepDesk Steps => current.Phone.Steps;

    /// <summary>One change at a time.</summary>
    /// <returns>Null; or why the phone is still one of the old profile.</returns>
    public async Task<string?> ChangeAsync(string profile)
    {
        if (profiles.Find(profile) is not { } found)
            return $"there is no profile {profile}";
        return await SwitchAsync(home with { Profile = found, Stepped = Steps.Plan.IsStepping });
    }

    /// <summary>Gives a lesson, on the phone it is made for. One change at a time.</summary>
    /// <returns>Null; or why there is no lesson.</returns>
    public async Task<string?> StartLessonAsync(LessonPlan plan) =>
        profiles.Find(plan.Lesson.Profile) is { } found ? await SwitchAsync(home with { Profile = found, Lesson = plan, Servers = [], Stepped = false }) : $"there is no profile {plan.Lesson.Profile}";

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
