namespace PhoneSim.Cli.Output;

/// <param name="Json">JSON lines instead of words.</param>
/// <param name="Explain">Every step, not only the end.</param>
/// <param name="ShowSecrets">The keys and passwords that the flash holds at the end, too.</param>
internal sealed record BootPrinting(bool Json, bool Explain, bool ShowSecrets);
