namespace PhoneSim.Phone.Profiles;

/// <summary>Where the softkeys are, seen from the display.</summary>
public enum SoftkeyPlace
{
    Below,
    Right,
    None,
}
