using PhoneSim.Phone.Keypad;
using PhoneSim.Phone.Menu;

namespace PhoneSim.Phone.Lessons;

/// <summary>A key press and what it changed. Holds what stands in the field: not for logs.</summary>
public sealed record PressSeen(PhoneKey Key, PressResult Result, ScreenSnapshot Before, ScreenSnapshot After);
