namespace PhoneSim.Lab.Database;

/// <summary>What the call manager's administration would refuse, in its words where the seed has them; or a damaged file of its database.</summary>
public sealed class LabException(string message) : Exception(message);
