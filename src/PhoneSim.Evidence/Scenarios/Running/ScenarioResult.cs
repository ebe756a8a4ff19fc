using PhoneSim.Network.Faults;
using PhoneSim.Phone.Events;

namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>A scenario that was played.</summary>
/// <param name="Took">Of the real time.</param>
/// <param name="PhoneTime">Of the phone's own.</param>
public sealed record ScenarioResult(Scenario Scenario, ulong Seed, IReadOnlyList<ScenarioCase> Cases, TimeSpan Took, TimeSpan PhoneTime)
{
    public IReadOnlyList<PhoneEvent> Events { get; init; } = [];

    public RelayTally Tally { get; init; } = new();

    public IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; } = new Dictionary<string, ReadOnlyMemory<byte>>();

    /// <summary>Keys of the phone at the end, for whoever decodes its files.</summary>
    public Phone.Flash.FlashContents Flash { get; init; } = Phone.Flash.FlashContents.Empty;

    public bool Succeeded => Cases.All(c => c.IsMet);

    public IEnumerable<string> EventLines => Events.Select(EventLine.Of);
}
