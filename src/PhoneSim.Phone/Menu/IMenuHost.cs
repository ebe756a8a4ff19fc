using PhoneSim.Formats;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Menu;

/// <summary>What the menus need of the phone they belong to. Called on the phone's own loop, from within <c>MenuEngine.Press</c>; each call is durable when it returns.</summary>
public interface IMenuHost
{
    FlashContents Contents { get; }

    /// <param name="key">Null: the key was cleared.</param>
    void StoreSymmetricKey(SymmetricKey? key);

    void SetUnlocked(bool unlocked);

    /// <summary>One or both lists; the status message is the host's.</summary>
    void EraseTrustLists(bool ctl, bool itl);

    /// <summary>The phone stops whatever it does and waits for <see cref="RequestReset"/>; carried out after the key press has returned.</summary>
    void CutPower();

    /// <summary>What a factory reset forgets; the phone does not start by it.</summary>
    /// <param name="keepsNetwork">The alternate TFTP servers stay.</param>
    void ForgetEverything(bool keepsNetwork);

    void ClearStatusMessages();

    /// <summary>Addresses as typed, checked; both null: the alternate servers are switched off. The TFTP port is the host's to add.</summary>
    void SetAlternateTftp(string? server1, string? server2);

    /// <summary>A CAPF session asks for the string first: the configuration says "by authentication string".</summary>
    bool LscNeedsAuthString { get; }

    /// <summary>A CAPF session is under way.</summary>
    bool IsUpdatingLsc { get; }

    /// <summary>LSC &gt; Update; carried out after the key press has returned. False: the phone cannot start a session now.</summary>
    bool UpdateLsc(Secret? authString);

    /// <summary>Breaks the session off.</summary>
    void StopLsc();

    /// <summary>Carried out after the key press has returned.</summary>
    /// <param name="why">What the user did: the label of a row, or <c>**#**</c>.</param>
    void RequestReset(ResetKind kind, string why);

    /// <summary>The value of a row of kind <c>value</c>: <c>PhoneFacts</c> knows what stands in flash and profile, the host what only runs. Empty: unknown.</summary>
    string Fact(string id);
}
