using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Cli.Screens;

/// <summary>Keys that are pressed before somebody's eyes.</summary>
internal sealed class WatchedKeys(IKeyTarget phone, Action before, Action after) : IKeyTarget
{
    public ScreenSnapshot Screen => phone.Screen;

    public KeypadTable? Keypad => phone.Keypad;

    public KeypadTable? OtherKeypad => phone.OtherKeypad;

    public PressResult Press(PhoneKey key)
    {
        before();
        PressResult result = phone.Press(key);
        after();
        return result;
    }

    public Task SettleAsync(CancellationToken cancellation) => phone.SettleAsync(cancellation);

    public Task ResetAsync(CancellationToken cancellation) => phone.ResetAsync(cancellation);
}
