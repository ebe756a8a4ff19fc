namespace PhoneSim.Phone.Profiles;

/// <summary>The menu tree and how its owner unlocks and types.</summary>
public sealed record MenuProfile
{
    public required UnlockStyle Unlock { get; init; }

    /// <summary>Factory settings password (<c>cisco</c> on the 7940 and 7960) or PIN (<c>24726</c> on the 6901); null: none.</summary>
    public string? FactoryPassword { get; init; }

    /// <summary>Real SIP loads of the 7940/7960 keep the settings password over a factory reset.</summary>
    public bool PasswordSurvivesFactoryReset { get; init; }

    public RelockProfile Relock { get; init; } = new();

    /// <summary><c>**#**</c> in a settings screen resets the phone; assumed not to on 8800 and later (shared/spec/phone-ui.md 10).</summary>
    public bool ResetsByStarPound { get; init; } = true;

    /// <summary>Keys that reset the phone when they are pressed together, e.g. <c>*+6+settings</c>; null: none.</summary>
    public string? ResetChord { get; init; }

    public required HexEntryStyle HexEntry { get; init; }

    /// <summary>A pause this long ends a multi-tap cycle.</summary>
    public TimeSpan MultiTapPause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Up and Down go to the ends of a field (8831).</summary>
    public bool ArrowsJump { get; init; }

    /// <summary>Shows the key prompt on a phone that has none, to teach typing; the phone keeps the key and has no use for it.</summary>
    public bool Teaching { get; init; }

    /// <summary>The key that opens the tree, as in <c>phonesim press</c>: a hard key (<c>settings</c>), an arrow, keys together (<c>*+#+0</c>), or a softkey of the idle screen (<c>soft:Apps</c>).</summary>
    public required string OpenKey { get; init; }

    /// <summary>Softkeys of each kind of page, by <see cref="MenuNode.Kind"/>; besides <c>sign-in</c>, the password page before a row, and <c>idle</c>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Softkeys { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public required MenuNode Root { get; init; }

    public IReadOnlyList<string> SoftkeysOf(MenuNode page) => page.Softkeys.Count > 0 ? page.Softkeys : SoftkeysOf(page.Kind);

    public IReadOnlyList<string> SoftkeysOf(string kind) => Softkeys.GetValueOrDefault(kind, []);
}
