using PhoneSim.Network.Faults;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>What a name gives, whatever the server has.</summary>
public abstract record ScenarioAnswer
{
    /// <summary>By any transport.</summary>
    public sealed record NotFound : ScenarioAnswer;

    /// <summary>By any transport.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Bytes) : ScenarioAnswer;

    /// <summary>The cluster's signer signs it; by any transport.</summary>
    public sealed record Signed(ReadOnlyMemory<byte> Bytes) : ScenarioAnswer;

    /// <summary>By TFTP; HTTP does not have the file.</summary>
    public sealed record Tftp(RelayAnswer Answer) : ScenarioAnswer;
}
