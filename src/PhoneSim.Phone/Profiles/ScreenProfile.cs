using PhoneSim.Phone.Keypad;

namespace PhoneSim.Phone.Profiles;

/// <summary>The phone's face: its display, and which keys and lamps are around it.</summary>
public sealed record ScreenProfile
{
    /// <summary>Characters. 0: a phone without a display (6901, 6911); its screen is a transcript.</summary>
    public required int Columns { get; init; }

    /// <summary>Lines between title and softkeys.</summary>
    public required int Rows { get; init; }

    public required int SoftkeyCount { get; init; }

    public SoftkeyPlace SoftkeyPlace { get; init; }

    /// <summary>All of them, on both sides.</summary>
    public required int LineKeys { get; init; }

    public LineKeySide LineKeySide { get; init; }

    /// <summary>The arrows, Select and Back that the phone has, as a rocker, a pad, a ring or a bar.</summary>
    public IReadOnlyList<NavigationKey> Navigation { get; init; } = Enum.GetValues<NavigationKey>();

    /// <summary>Hard keys beside the keypad and navigation, e.g. <c>settings</c>, <c>applications</c>, <c>messages</c>.</summary>
    public required IReadOnlyList<string> HardKeys { get; init; }

    /// <summary>Lamps by name, e.g. <c>mwi</c>, <c>headset</c>, <c>mute</c>, <c>speaker</c>; <c>lines</c>: those of the line keys.</summary>
    public required IReadOnlyList<string> Lamps { get; init; }
}
