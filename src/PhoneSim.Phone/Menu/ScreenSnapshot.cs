namespace PhoneSim.Phone.Menu;

/// <summary>What the phone's display shows now. Immutable; views draw it and decide nothing.</summary>
public sealed record ScreenSnapshot
{
    public required string Title { get; init; }

    public required IReadOnlyList<ScreenRow> Rows { get; init; }

    /// <summary>Index into <see cref="Rows"/> of the highlighted one; null: none.</summary>
    public int? Selected { get; init; }

    /// <summary>Rows carry their number, and that digit opens them.</summary>
    public bool Numbered { get; init; }

    /// <summary>Left to right; an empty label is a free place.</summary>
    public required IReadOnlyList<string> Softkeys { get; init; }

    public required bool Locked { get; init; }

    /// <summary>Whether the padlock is shown on this screen.</summary>
    public bool ShowsLock { get; init; }

    /// <summary>The line above the softkeys: an answer to the last key; empty when there is none.</summary>
    public string Status { get; init; } = "";

    /// <summary>The field being typed into; null outside entry pages.</summary>
    public EntryField? Entry { get; init; }

    /// <summary>The same screen with dots in a field that holds a secret: for outputs that outlive the moment.</summary>
    public ScreenSnapshot WithoutSecrets() => Entry is { IsSecret: true } secret ? this with { Entry = secret with { Text = new('•', secret.Text.Length), Choices = "" } } : this;

    /// <summary>The lamps that are not dark.</summary>
    public IReadOnlyList<LitLamp> Lamps { get; init; } = [];
}

/// <param name="Value">Right-hand side; empty for rows without.</param>
/// <param name="Openable">Select does something here.</param>
public sealed record ScreenRow(string Label, string Value, bool Openable);

/// <param name="Text">As shown: clear, or masked for passwords.</param>
/// <param name="Cursor">Position in <paramref name="Text"/>.</param>
/// <param name="Pending">A multi-tap cycle is open on the character before the cursor.</param>
/// <param name="Choices">Pick list open: its characters; else empty.</param>
/// <param name="Choice">Index into <paramref name="Choices"/> of the highlighted one.</param>
/// <param name="ExpectedLength">Digits the key must have; null where any length goes.</param>
/// <param name="IsSecret">A key, a password or an authentication string.</param>
public sealed record EntryField(string Prompt, string Text, int Cursor, bool Pending, string Choices, int Choice, int? ExpectedLength, bool IsSecret = false);
