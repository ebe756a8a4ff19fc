namespace PhoneSim.Phone.Registration;

/// <summary>Opens channels to call managers. What the server does wrong is a result, never an exception.</summary>
public interface ISignallingConnector<TMessage>
{
    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    Task<SignallingConnection<TMessage>> ConnectAsync(SignallingTarget target, CancellationToken cancellation);
}

/// <param name="Channel">The caller's to dispose; null: there is none.</param>
/// <param name="Why">Why there is none, harmless to print.</param>
public sealed record SignallingConnection<TMessage>(ISignallingChannel<TMessage>? Channel, string Why);
