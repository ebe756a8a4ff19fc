using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Lab.Capf;

public sealed record CapfServerOptions
{
    public required CapfAuthority Authority { get; init; }

    public required ICapfOrders Orders { get; init; }

    /// <summary>Who makes MICs that are believed; null: a MIC of any maker, as long as it names the device.</summary>
    public IReadOnlyList<X509Certificate2>? ManufacturingRoots { get; init; }

    public TimeSpan MessageDeadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the phone's key.</summary>
    public TimeSpan KeyDeadline { get; init; } = TimeSpan.FromMinutes(30);

    public CapfMisbehaviour Misbehaviour { get; init; } = CapfMisbehaviour.None;

    /// <summary>Told of a connection that ended in a failure; called on any thread.</summary>
    public Action<Exception>? Ended { get; init; }
}
