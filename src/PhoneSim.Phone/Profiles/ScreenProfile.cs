namespace PhoneSim.Phone.Profiles;

public sealed record ScreenProfile
{
    /// <summary>Characters. 0: a phone without a display (6901, 6911).</summary>
    public required int Columns { get; init; }

    /// <summary>Lines between title and softkeys.</summary>
    public required int Rows { get; init; }

    public required int SoftkeyCount { get; init; }

    public required int LineKeys { get; init; }

    /// <summary>Hard keys beside the keypad and navigation, e.g. <c>settings</c>, <c>applications</c>, <c>messages</c>.</summary>
    public required IReadOnlyList<string> HardKeys { get; init; }

    /// <summary>Lamps by name, e.g. <c>mwi</c>, <c>headset</c>, <c>mute</c>, <c>speaker</c>.</summary>
    public required IReadOnlyList<string> Lamps { get; init; }
}
