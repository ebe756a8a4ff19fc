namespace PhoneSim.Phone.Profiles;

/// <summary>Digits after a power-on with a key held: the phone forgets all but its MIC.</summary>
/// <param name="Held"><c>#</c> or <c>*</c>.</param>
/// <param name="AsksNetwork">Asks whether the network settings stay (7940, 7960).</param>
/// <param name="KeepsNetwork">They stay without a question.</param>
public sealed record PowerOnSequence(char Held, string Keys, bool AsksNetwork, bool KeepsNetwork);
