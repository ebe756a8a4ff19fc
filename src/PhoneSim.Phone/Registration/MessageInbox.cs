namespace PhoneSim.Phone.Registration;

/// <summary>
/// Waits for messages of a channel for a limited time. A wait that ends leaves the channel's read under way, so that no message is cut: the next wait goes on with it.
/// </summary>
internal sealed class MessageInbox<TMessage>(ISignallingChannel<TMessage> channel, TimeProvider time) : IAsyncDisposable
    where TMessage : class
{
    private readonly CancellationTokenSource lifetime = new();
    private Task<TMessage>? pending;

    /// <summary>Null: none within <paramref name="patience"/>.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="Formats.MalformedDataException"/>
    public async Task<TMessage?> NextAsync(TimeSpan patience, CancellationToken cancellation)
    {
        Task<TMessage> reading = pending ??= channel.ReceiveAsync(lifetime.Token);
        try
        {
            TMessage message = await reading.WaitAsync(patience, time, cancellation);
            pending = null;
            return message;
        }
        catch (TimeoutException) when (!reading.IsFaulted)
        {
            return null;
        }
    }

    /// <summary>Closes the channel.</summary>
    public async ValueTask DisposeAsync()
    {
        await lifetime.CancelAsync();
        await channel.DisposeAsync();
        if (pending is not null)
            await ((Task)pending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        lifetime.Dispose();
    }
}
