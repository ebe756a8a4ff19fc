using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.Cli.Phones;

/// <summary>A phone that is on, with what belongs to it: its lab if no server was named, its flash, its sockets.</summary>
internal sealed class PoweredPhone : IAsyncDisposable
{
    private readonly BuiltInLab? lab;
    private readonly PhoneRig rig;
    private readonly CancellationTokenSource power;
    private readonly Task life;

    private PoweredPhone(PhoneSetup setup, BuiltInLab? lab, CancellationToken cancellation)
    {
        this.lab = lab;
        rig = new(lab?.Before(setup) ?? setup);
        Phone = new(rig.Options(null), lab is null ? string.Join(", ", setup.Servers) : Words(setup.Profile));
        Phone.Steps.Plan.IsStepping = setup.Stepped;
        power = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        life = Phone.RunAsync(power.Token);
    }

    public LivePhone Phone { get; }

    public static async Task<PoweredPhone> StartAsync(PhoneSetup setup, ProfileStore profiles, CancellationToken cancellation)
    {
        BuiltInLab? lab = setup.Servers.Count == 0 ? BuiltInLab.Start(setup, profiles) : null;
        try
        {
            return new(setup, lab, cancellation);
        }
        catch
        {
            if (lab is not null)
                await lab.DisposeAsync();
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
        }
    }

    private static string Words(FirmwareProfile profile) =>
        profile.Encryption.Method == EncryptionMethod.Manual ? $"built-in lab, key {BuiltInLab.DemonstrationKey(profile)[..16]}{(profile.Encryption.KeyBits > 64 ? $" x{profile.Encryption.KeyBits / 64}" : "")}" : "built-in lab";
}
