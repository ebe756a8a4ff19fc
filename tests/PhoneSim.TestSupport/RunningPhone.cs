using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;
using PhoneSim.Phone.Viewing;

namespace PhoneSim.TestSupport;

/// <summary>A phone that lives until the test is over.</summary>
public sealed class RunningPhone : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly CancellationTokenSource power = new();
    private readonly LivePhone phone;
    private readonly Task life;

    public RunningPhone(PhoneOptions options)
    {
        phone = new(options, "the lab");
        life = phone.RunAsync(power.Token);
    }

    public LivePhone Console => phone;

    public void Press(string digits)
    {
        foreach (char digit in digits)
            phone.Press(new PhoneKey.Digit(digit));
    }

    /// <summary>As soon as the label is shown.</summary>
    public async Task SoftAsync(string label)
    {
        ScreenSnapshot screen = (await UntilAsync(s => s.Screen.Softkeys.Contains(label))).Screen;
        phone.Press(new PhoneKey.Softkey(screen.Softkeys.ToList().IndexOf(label)));
    }

    public async Task SelectAsync(string label)
    {
        ScreenSnapshot screen = (await UntilAsync(s => s.Screen.Rows.Any(r => r.Label == label) && s.Screen.Selected is not null)).Screen;
        phone.Press(new PhoneKey.Digit((char)('1' + screen.Rows.ToList().FindIndex(r => r.Label == label))));
    }

    /// <summary>Polls, because the phone runs on its own threads.</summary>
    public async Task<PhoneSnapshot> UntilAsync(Func<PhoneSnapshot, bool> condition)
    {
        using PeriodicTimer tick = new(TimeSpan.FromMilliseconds(5));
        for (long start = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(start) < Patience; await tick.WaitForNextTickAsync())
            if (phone.Snapshot() is var snapshot && condition(snapshot))
                return snapshot;
        throw new TimeoutException(string.Join('\n', phone.Snapshot().Log.Select(line => line.Text)) + $"\n{phone.Snapshot().State} {phone.Snapshot().Screen}");
    }

    public async ValueTask DisposeAsync()
    {
        await power.CancelAsync();
        await life;
        phone.Dispose();
        power.Dispose();
    }
}
