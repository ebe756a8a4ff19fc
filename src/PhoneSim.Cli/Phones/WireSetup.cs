namespace PhoneSim.Cli.Phones;

/// <param name="Capture">File for what the sockets carry; null: none.</param>
/// <param name="KeyLog">File that receives the secrets of TLS connections; null: none does.</param>
/// <param name="ShowSecrets">The capture holds the secrets too.</param>
internal sealed record WireSetup(string? Capture, string? KeyLog, bool ShowSecrets)
{
    /// <summary>Of this end, in the capture: a phone's device name; empty: none.</summary>
    public string Name { get; init; } = "";

    /// <summary>Where it is said when a file could not be written to its end.</summary>
    public TextWriter Diagnostics { get; init; } = TextWriter.Null;

    public static WireSetup None { get; } = new(null, null, false);
}
