using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Cli.Phones;

/// <summary>A phone that is on, with what belongs to it: its lab if no server was named, its flash, its sockets.</summary>
internal sealed class PoweredPhone : IAsyncDisposable
{
    private readonly BuiltInLab? lab;
    private readonly LessonFolder? folder;
    private readonly PhoneRig rig;
    private readonly CancellationTokenSource power;
    private readonly Task life;

    private PoweredPhone(PhoneSetup setup, BuiltInLab? lab, LessonFolder? folder, CancellationToken cancellation)
    {
        (this.lab, this.folder) = (lab, folder);
        rig = new(lab?.Before(setup) ?? setup);
        Phone = new(rig.Options(null), lab is null ? string.Join(", ", setup.Servers) : Words(setup));
        Phone.Steps.Plan.IsStepping = setup.Stepped;
        if (setup.Lesson is { } plan && lab is not null)
            Phone.Lessons.Begin(new(plan, setup.Profile, TimeProvider.System, lab.Change));
        power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        life = Phone.RunAsync(power.Token);
    }

    public LivePhone Phone { get; }

    /// <summary>A defect ended it; it comes out of <see cref="DisposeAsync"/>.</summary>
    public bool HasFailed => life.IsFaulted;

    public static async Task<PoweredPhone> StartAsync(PhoneSetup asked, ProfileStore profiles, CancellationToken cancellation)
    {
        LessonFolder? folder = asked.Lesson is null ? null : new();
        PhoneSetup setup = folder?.Before(asked) ?? asked;
        BuiltInLab? lab = setup.Servers.Count == 0 ? BuiltInLab.Start(setup, profiles) : null;
        try
        {
            return new(setup, lab, folder, cancellation);
        }
        catch
        {
            if (lab is not null)
                await lab.DisposeAsync();
            folder?.Dispose();
            throw;
        }
    }

    /// <summary>Switches the phone off; a defect that ended it earlier comes out here.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await power.CancelAsync();
            await life;
        }
        finally
        {
            power.Dispose();
            Phone.Dispose();
            rig.Dispose();
            if (lab is not null)
                await lab.DisposeAsync();
            folder?.Dispose();
        }
    }

    private static string Words(PhoneSetup setup) =>
        setup.Lesson is not null ? "the lesson's lab" : setup.Profile.Encryption.Method == EncryptionMethod.Manual ? $"built-in lab, key {KeyWords(setup.Profile)}" : "built-in lab";

    private static string KeyWords(FirmwareProfile profile) =>
        $"{BuiltInLab.DemonstrationKey(profile)[..16]}{(profile.Encryption.KeyBits > 64 ? $" x{profile.Encryption.KeyBits / 64}" : "")}";
}
