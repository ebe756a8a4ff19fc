namespace PhoneSim.Phone.Profiles;

/// <summary>Down to which <c>settingsAccess</c> of the configuration a row stays (shared/spec/phone-ui.md 3). A page stays while one of its rows does.</summary>
public enum MenuAccess
{
    /// <summary>Only while settings are enabled (1).</summary>
    Enabled,
    /// <summary>Also while they are restricted (2): preferences and status.</summary>
    Restricted,
    /// <summary>Also while they are disabled (0): status.</summary>
    Always,
}
