namespace PhoneSim.Fleet.Results;

/// <summary>Summaries that cannot be read, or do not belong together; a line for the user.</summary>
public sealed class FleetDataException(string message) : IOException(message);
