using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Registration;

/// <summary>Messages to and from one call manager. One reader and one writer may use it at a time; disposing it closes the socket.</summary>
public interface ISignallingChannel<TMessage> : IAsyncDisposable
{
    /// <summary>This phone's own end, as it names itself in Via and Contact.</summary>
    ServerEndPoint Local { get; }

    /// <summary>False: datagrams, which the phone repeats itself.</summary>
    bool IsReliable { get; }

    /// <summary>Not to be cancelled, since half a message would spoil the stream: the channel has a deadline of its own.</summary>
    /// <exception cref="IOException">The connection is gone, or the message could not be sent in time.</exception>
    Task SendAsync(TMessage message);

    /// <summary>The next message; malformed datagrams are dropped.</summary>
    /// <exception cref="IOException">The connection is gone; of datagrams: nobody listens there.</exception>
    /// <exception cref="Formats.MalformedDataException">The stream does not carry messages; it is of no use any more.</exception>
    Task<TMessage> ReceiveAsync(CancellationToken cancellation);
}
