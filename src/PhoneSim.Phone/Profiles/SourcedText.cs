namespace PhoneSim.Phone.Profiles;

public enum TextSource
{
    Seed,
    /// <summary>Read in a vendor's or third party's text.</summary>
    Documented,
    /// <summary>Seen in a log, a capture or working code.</summary>
    Observed,
    /// <summary>The simulator's own.</summary>
    Simulator,
}

/// <param name="Text">May hold <c>{file}</c>, <c>{server}</c>, <c>{reason}</c>; on the menus' screens <c>{digits}</c>, the digits a field asks for.</param>
public sealed record SourcedText(string Text, TextSource Source);
