namespace PhoneSim.Phone.Boot;

/// <summary>The facts the guards of the boot table ask for.</summary>
public interface IBootConditions
{
    /// <summary>The profile asks signed names (its file signing is not "no").</summary>
    bool AsksSignedNames { get; }

    /// <summary>The minimal file's hash matched and the profile asks the encrypted file at once.</summary>
    bool AsksEncryptedInSameRun { get; }

    /// <summary>CAPF is by authentication string and none has been typed.</summary>
    bool MustWaitForAuthString { get; }

    /// <summary>The key that failed was typed by hand.</summary>
    bool UsesManualKey { get; }
}
