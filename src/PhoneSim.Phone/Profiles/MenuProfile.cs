namespace PhoneSim.Phone.Profiles;

public enum UnlockStyle
{
    /// <summary>Settings &gt; Unlock Phone &gt; password &gt; Accept (seed).</summary>
    PasswordRow,
    /// <summary><c>**#</c> inside a settings screen.</summary>
    StarStarPound,
    /// <summary>A password page before the admin settings, only where a password is set.</summary>
    AdminPassword,
    /// <summary>No display; nothing to unlock.</summary>
    None,
}

public enum HexEntryStyle
{
    /// <summary>2-A-B-C, 3-D-E-F: digit first, letters after (6901/6911 guide).</summary>
    DigitFirst,
    /// <summary>A-B-C-2, D-E-F-3.</summary>
    LettersFirst,
    /// <summary>Key 2 or 3 opens a list to choose from.</summary>
    PickList,
}

/// <summary>The menu tree and how its owner unlocks and types.</summary>
public sealed record MenuProfile
{
    public required UnlockStyle Unlock { get; init; }

    /// <summary>Factory settings password (<c>cisco</c> on the 7940 and 7960); null: none.</summary>
    public string? FactoryPassword { get; init; }

    /// <summary>Real SIP loads of the 7940/7960 keep the settings password over a factory reset.</summary>
    public bool PasswordSurvivesFactoryReset { get; init; }

    /// <summary><c>**#**</c> in a settings screen resets the phone; assumed not to on 8800 and later (shared/spec/phone-ui.md 10).</summary>
    public bool ResetsByStarPound { get; init; } = true;

    public required HexEntryStyle HexEntry { get; init; }

    /// <summary>A pause this long ends a multi-tap cycle.</summary>
    public TimeSpan MultiTapPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The hard key that opens the tree: <c>settings</c> or <c>applications</c>.</summary>
    public required string OpenKey { get; init; }

    public required MenuNode Root { get; init; }
}
