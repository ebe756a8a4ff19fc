using PhoneSim.Formats;
using PhoneSim.Formats.Capf;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Messages to and from a server that is trusted. Not for use by two at once.</summary>
public interface ICapfChannel : IAsyncDisposable
{
    /// <summary>Sends the message in one piece.</summary>
    /// <exception cref="IOException">The connection is lost.</exception>
    /// <exception cref="TimeoutException"/>
    Task SendAsync(CapfMessage message, TimeSpan deadline, CancellationToken cancellation);

    /// <summary>Header and body may come in one TLS record or in several.</summary>
    /// <exception cref="IOException">The connection is lost or was closed.</exception>
    /// <exception cref="TimeoutException">The message was not whole in time; the channel cannot be used any more.</exception>
    /// <exception cref="MalformedDataException"/>
    Task<CapfMessage> ReceiveAsync(TimeSpan deadline, CancellationToken cancellation);
}
