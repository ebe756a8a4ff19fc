using PhoneSim.Fleet.Results;

namespace PhoneSim.Fleet;

/// <summary>One rate, tried.</summary>
/// <param name="IsMet">The objective held, and the generator was not the bottleneck.</param>
public sealed record LoadTrial(double Rate, FleetSummary Summary, bool IsMet);
