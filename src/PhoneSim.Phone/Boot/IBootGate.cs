using PhoneSim.Phone.Events;

namespace PhoneSim.Phone.Boot;

/// <summary>Where a boot lets itself be held. Called on the phone's loop, which goes on when the task ends.</summary>
public interface IBootGate
{
    /// <exception cref="OperationCanceledException">The boot was broken off meanwhile.</exception>
    ValueTask BeforeAsync(BootTransition transition, CancellationToken cancellation);

    /// <summary>A verdict was told; the phone has not acted on it yet.</summary>
    /// <exception cref="OperationCanceledException">The boot was broken off meanwhile.</exception>
    ValueTask JudgedAsync(PhoneEvent verdict, CancellationToken cancellation);
}
