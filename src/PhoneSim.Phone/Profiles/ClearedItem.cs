namespace PhoneSim.Phone.Profiles;

/// <summary>What a row of Reset Settings clears (shared/spec/phone-ui.md 5.2, 7).</summary>
public enum ClearedItem
{
    Ctl,
    Itl,
    /// <summary>The alternate TFTP servers.</summary>
    Network,
}
