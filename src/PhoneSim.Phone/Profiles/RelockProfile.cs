namespace PhoneSim.Phone.Profiles;

/// <summary>What ends the unlocked state; assumed throughout, since no source tells (shared/spec/phone-ui.md 12, question 6).</summary>
public sealed record RelockProfile
{
    /// <summary>Leaving what was unlocked: the settings (password row, <c>**#</c>), the part behind the password page.</summary>
    public bool OnLeaving { get; init; } = true;

    public bool OnReset { get; init; } = true;

    /// <summary>No key for this long also closes the settings; null: never.</summary>
    public TimeSpan? Idle { get; init; }
}
