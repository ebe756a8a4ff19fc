using System.Net;

namespace PhoneSim.Network.Faults;

/// <summary>What a relay does from now on.</summary>
public sealed record RelayRules
{
    /// <summary>Null: nobody is there, requests meet silence.</summary>
    public IPEndPoint? Server { get; init; }

    public RelayFaults Faults { get; init; } = RelayFaults.None;

    /// <summary>By file name.</summary>
    public IReadOnlyDictionary<string, RelayAnswer> Answers { get; init; } = new Dictionary<string, RelayAnswer>();
}
