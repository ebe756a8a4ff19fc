namespace PhoneSim.Phone.Menu.Voice;

/// <summary>Where a call of the voice menu stands.</summary>
internal enum VoiceStage
{
    OnHook,
    OffHook,
    Pin,
    Main,
    Address,
}
