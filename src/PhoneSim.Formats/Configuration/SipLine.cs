namespace PhoneSim.Formats.Configuration;

/// <param name="Button">1 … n, from the top.</param>
/// <param name="Credentials">Null: the line names none.</param>
public sealed record SipLine(int Button, string Name, string? DisplayName, string? Label, DigestCredentials? Credentials);
