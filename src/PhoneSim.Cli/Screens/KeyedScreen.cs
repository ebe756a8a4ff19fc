using PhoneSim.Cli.Phones;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Keypad;
using PhoneSim.Terminal;

namespace PhoneSim.Cli.Screens;

/// <summary>A phone whose keys are given in advance. Its screen is seen by recording and picture only, and painted only for them.</summary>
internal sealed class KeyedScreen : IPhoneObserver, IDisposable
{
    private readonly InstantTime keyTime = new(TimeProvider.System);
    private readonly PhoneSetup setup;
    private readonly PictureSetup pictures;
    private readonly PacedTime pace;
    private readonly ScreenKeeper? keeper;

    public KeyedScreen(PhoneRig rig, PhoneSetup setup, PictureSetup pictures)
    {
        (this.setup, this.pictures, pace) = (setup, pictures, new(TimeProvider.System, keyTime));
        keeper = pictures.IsWanted ? new(pictures, pictures.Size, pace, $"phonesim, {setup.Device}, {setup.Profile.Name}") : null;
        Phone = new(rig.Options(keeper is null ? null : this), keyTime);
    }

    public KeyedPhone Phone { get; }

    /// <summary>The result as of <see cref="KeyPresser.RunAsync"/>; the picture of the last screen is written in any case.</summary>
    public async Task<string?> PressAsync(IEnumerable<KeyStep> steps, CancellationToken cancellation)
    {
        IKeyTarget keys = keeper is null ? Phone : new WatchedKeys(Phone, pace.Pause, See);
        string? problem = await new KeyPresser(keys, setup.Profile, keyTime).RunAsync(steps, cancellation);
        See();
        keeper?.WriteLast();
        return problem;
    }

    public void OnEvent(PhoneEvent phoneEvent) => See();

    public void Dispose() => keeper?.Dispose();

    /// <summary>While the phone is being made there is nothing to see yet.</summary>
    private void See()
    {
        if (Phone is not null)
            keeper?.See(new ScreenView(Phone.Snapshot(string.Join(", ", setup.Servers)), new(pictures.Palette), pictures.Size));
    }
}
