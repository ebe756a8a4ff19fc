using PhoneSim.Phone.Registration;

namespace PhoneSim.Fleet.Services;

/// <summary>Connects on the thread pool: secured signalling begins with a handshake.</summary>
internal sealed class OffLoopSignalling<TMessage>(ISignallingConnector<TMessage> connector) : ISignallingConnector<TMessage>
{
    public Task<SignallingConnection<TMessage>> ConnectAsync(SignallingTarget target, CancellationToken cancellation) =>
        Task.Run(() => connector.ConnectAsync(target, cancellation), cancellation);
}
