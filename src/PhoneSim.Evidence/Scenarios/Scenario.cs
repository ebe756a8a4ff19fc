using PhoneSim.Network.Faults;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>A scenario file, read: a phone, a server, what happens to them, and what must be seen.</summary>
public sealed record Scenario
{
    /// <summary>The file's name without its extension.</summary>
    public required string Name { get; init; }

    /// <summary>As shown to users: the path, or <c>firmware-profiles/scenarios/NAME.yaml</c> of one of the library.</summary>
    public required string File { get; init; }

    public required string Title { get; init; }

    /// <summary>What it tells, with the clause it stands on.</summary>
    public required string Story { get; init; }

    /// <summary>Of faults and of the phone's chance.</summary>
    public ulong Seed { get; init; } = 1;

    public required ScenarioPhone Phone { get; init; }

    public required ScenarioServer Server { get; init; }

    public RelayFaults Faults { get; init; } = RelayFaults.None;

    public IReadOnlyDictionary<string, ScenarioAnswer> Answers { get; init; } = new Dictionary<string, ScenarioAnswer>();

    public required IReadOnlyList<ScenarioStep> Steps { get; init; }
}
