namespace PhoneSim.Phone.Profiles;

public enum UnlockStyle
{
    /// <summary>Settings &gt; Unlock Phone &gt; password &gt; Accept (seed).</summary>
    PasswordRow,
    /// <summary><c>**#</c> inside a settings screen.</summary>
    StarStarPound,
    /// <summary>A password page before the admin settings, only where a password is set.</summary>
    AdminPassword,
    /// <summary>A PIN, asked by the voice menu each time it is called.</summary>
    VoicePin,
}
