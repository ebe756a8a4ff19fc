namespace PhoneSim.Lab;

/// <summary>One server of the lab. Disposing it ends what it serves.</summary>
public interface ILabService : IAsyncDisposable
{
    /// <summary>Connections, or transfers, that are open now; from any thread.</summary>
    int Connections { get; }
}
