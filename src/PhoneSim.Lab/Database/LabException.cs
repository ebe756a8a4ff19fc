namespace PhoneSim.Lab.Database;

/// <summary>What the call manager's administration would refuse, in its words where the seed has them.</summary>
public sealed class LabException(string message) : Exception(message);
