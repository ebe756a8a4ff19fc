namespace PhoneSim.Network.Http;

/// <summary>Waits of HTTP provisioning; no source gives figures, these are the simulator's.</summary>
public sealed record HttpSettings
{
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The whole request, however lively the server.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);
}
