namespace PhoneSim.Phone.Boot;

/// <summary>A phone that is switched on once and followed until it is stable: what <c>boot</c>, scenarios and fleets run.</summary>
public sealed class PhoneDevice
{
    private readonly BootContext phone;
    private readonly BootRunner runner;

    /// <param name="lent">A table that no other phone uses meanwhile; null: one of its own.</param>
    public PhoneDevice(PhoneOptions options, BootMachine? lent = null)
    {
        phone = new(options);
        runner = new(phone, lent);
    }

    public BootState State => runner.State;

    /// <summary>Powers the phone on and follows the resets it decides on itself.</summary>
    /// <exception cref="OperationCanceledException"/>
    public async Task<BootReport> BootAsync(CancellationToken cancellation)
    {
        long started = phone.Options.Time.GetTimestamp();
        Factory.Equip(phone);
        try
        {
            await runner.RunAsync(BootTrigger.PowerOn, cancellation);
            return Report(started);
        }
        finally
        {
            await runner.UnregisterAsync();
        }
    }

    /// <summary>What is known now: for a boot that was broken off.</summary>
    public BootReport Report(long started) => BootReport.Of(phone, runner.State, phone.Options.Time.GetElapsedTime(started));
}
