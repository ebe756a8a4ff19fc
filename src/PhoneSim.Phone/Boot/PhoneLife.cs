using System.Threading.Channels;

namespace PhoneSim.Phone.Boot;

/// <summary>
/// A phone that is switched on and stays on: the one loop that boots it and reads its mailbox. Whatever belongs to the phone runs on one exclusive scheduler, so a key
/// never meets a boot activity half way; a reset breaks the activity off.
/// </summary>
public sealed class PhoneLife : IPhoneInbox, IDisposable
{
    private readonly Channel<PhoneInput> mailbox = Channel.CreateUnbounded<PhoneInput>(new() { SingleReader = true });
    private readonly TaskScheduler scheduler = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
    private readonly BootContext phone;
    private readonly BootRunner runner;
    private readonly Action<PhoneInput> handle;
    private CancellationTokenSource activity = new();
    private (ResetKind Kind, string Why)? pending;

    /// <param name="handle">Sees every input before the phone acts on it; called on the phone's loop.</param>
    public PhoneLife(BootContext phone, BootRunner runner, Action<PhoneInput> handle)
    {
        (this.phone, this.runner, this.handle) = (phone, runner, handle);
        phone.Inbox = this;
    }

    public void Dispose() => activity.Dispose();

    public void Post(PhoneInput input) => mailbox.Writer.TryWrite(input);

    public void Fail(Exception defect) => mailbox.Writer.TryComplete(defect);

    /// <summary>Powers the phone on and lives until cancelled; then the phone is off.</summary>
    public Task RunAsync(CancellationToken cancellation) =>
        Task.Factory.StartNew(() => LiveAsync(cancellation), CancellationToken.None, TaskCreationOptions.None, scheduler).Unwrap();

    /// <summary>Asks for a reset from the phone's own loop: carried out as soon as the current input is done with.</summary>
    public void RequestReset(ResetKind kind, string why) => pending = (kind, why);

    private async Task LiveAsync(CancellationToken cancellation)
    {
        Task boot = BootAsync(BootTrigger.PowerOn);
        try
        {
            while (await mailbox.Reader.WaitToReadAsync(cancellation))
                while (mailbox.Reader.TryRead(out PhoneInput? input))
                    boot = await TakeAsync(input, boot);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await BreakOffAsync(boot);
        }
    }

    private async Task<Task> TakeAsync(PhoneInput input, Task boot)
    {
        handle(input);
        if (input is PhoneInput.ResetAsked asked)
            RequestReset(asked.Kind, asked.Why);
        if (input is PhoneInput.LscStopAsked)
            runner.StopEnrolment();
        if (input is PhoneInput.PowerCut)
            await BreakOffAsync(boot);
        if (input is PhoneInput.LscUpdateAsked update && runner.CanEnrol)
            return EnrolAsync(update.AuthString);
        if (pending is not { } reset)
            return boot;
        pending = null;
        return await ResetAsync(reset.Kind, reset.Why, boot);
    }

    private Task EnrolAsync(Formats.Secret? authString)
    {
        phone.BeginUpdate(authString);
        return BootAsync(BootTrigger.LscUpdateAsked);
    }

    private async Task<Task> ResetAsync(ResetKind kind, string why, Task boot)
    {
        BootState state = runner.State;
        if (kind != ResetKind.Restart || !BootMachine.CanRestart(state))
            await BreakOffAsync(boot);
        return BootAsync(phone.BeginReset(kind, why, state));
    }

    private async Task BreakOffAsync(Task boot)
    {
        await activity.CancelAsync();
        await boot;
        activity.Dispose();
        activity = new();
        await runner.PowerOffAsync();
    }

    private async Task BootAsync(BootTrigger first)
    {
        try
        {
            await runner.RunAsync(first, activity.Token);
        }
        catch (OperationCanceledException) when (activity.IsCancellationRequested)
        {
            // A reset or the end of the phone broke the activity off; whoever did goes on from here.
        }
        catch (Exception defect)
        {
            Fail(defect);
            throw;
        }
    }
}
