namespace PhoneSim.Phone.Profiles;

/// <summary>Where the line keys are, seen from the display.</summary>
public enum LineKeySide
{
    Right,
    Left,
    /// <summary>Half of them on each side, the first ones left.</summary>
    Both,
    /// <summary>Rows of a list on the display (8821).</summary>
    List,
    None,
}
