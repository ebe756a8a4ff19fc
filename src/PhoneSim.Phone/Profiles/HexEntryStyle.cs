namespace PhoneSim.Phone.Profiles;

/// <summary>How the letters of a key are typed (shared/spec/phone-ui.md 4).</summary>
public enum HexEntryStyle
{
    /// <summary>2-A-B-C, 3-D-E-F: digit first, letters after (6901/6911 guide).</summary>
    DigitFirst,
    /// <summary>A-B-C-2, D-E-F-3.</summary>
    LettersFirst,
    /// <summary>Key 2 or 3 opens a list to choose from.</summary>
    PickList,
    /// <summary>The keys type digits; after the softkey Alpha 2 types A-B-C and 3 D-E-F, until Number.</summary>
    NumberAlpha,
}
