namespace PhoneSim.Phone.Keypad;

/// <summary>One word of the key language (shared/spec/cli.md, "press").</summary>
/// <param name="Word">As it was written.</param>
public abstract record KeyStep(string Word)
{
    public sealed record Press(string Word, PhoneKey Key) : KeyStep(Word);

    /// <summary>The softkey under a label, whichever place it has.</summary>
    public sealed record Soft(string Word, string Label) : KeyStep(Word);

    /// <summary>Moves to a row and opens it.</summary>
    public sealed record Row(string Word, string Label) : KeyStep(Word);

    /// <summary>Typed on the keypad as a person would.</summary>
    public sealed record TypeText(string Word, string Text) : KeyStep(Word)
    {
        /// <summary>Without what was typed: it may be a key or a password.</summary>
        public override string ToString() => Word[..(Word.IndexOf(':', StringComparison.Ordinal) + 1)];
    }

    public sealed record Wait(string Word, TimeSpan Duration) : KeyStep(Word);

    public sealed record Reset(string Word) : KeyStep(Word);
}
