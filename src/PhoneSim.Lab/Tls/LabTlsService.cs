namespace PhoneSim.Lab.Tls;

/// <summary>What is done with the connections of a <see cref="LabTlsServer"/>.</summary>
/// <param name="Serve">Serves one connection to its end; the server closes it.</param>
/// <param name="Ended">Told of a connection that ended in a failure; called on any thread.</param>
public sealed record LabTlsService(Func<Stream, CancellationToken, Task> Serve, Action<Exception> Ended, TimeProvider Time)
{
    /// <summary>At once; further ones wait in the socket's queue.</summary>
    public int MaxConnections { get; init; } = 64;

    /// <summary>From the TCP connection to the end of the handshake.</summary>
    public TimeSpan HandshakeDeadline { get; init; } = TimeSpan.FromSeconds(10);
}
