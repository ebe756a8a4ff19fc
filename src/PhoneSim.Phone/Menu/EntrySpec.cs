using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Menu;

/// <summary>What one kind of entry field asks and takes.</summary>
internal sealed record EntrySpec
{
    public required string Prompt { get; init; }

    public required KeypadTable Keypad { get; init; }

    /// <summary>What the Number and Alpha softkeys switch to; null: nothing.</summary>
    public KeypadTable? Alternate { get; init; }

    /// <summary>Shown as stars.</summary>
    public bool Masked { get; init; }

    /// <summary>Not for logs and files, whether the phone masks it or not.</summary>
    public bool IsSecret { get; init; }

    public int? ExpectedLength { get; init; }

    /// <summary>Characters the field holds at most.</summary>
    public required int Limit { get; init; }

    public string Initial { get; init; } = "";

    /// <summary>Text id of the answer to a character the field does not take.</summary>
    public required string RefusedText { get; init; }

    /// <summary>Text id of the answer to a character too many.</summary>
    public required string FullText { get; init; }

    /// <summary>Judges and stores the text, and says so. Only <see cref="PressResult.Done"/> closes the page, before <see cref="Then"/> runs.</summary>
    public required Func<string, PressResult> Accept { get; init; }

    /// <summary>What follows on the page below.</summary>
    public Func<PressResult>? Then { get; init; }
}
