namespace PhoneSim.Phone.Flash;

/// <summary>One file of a device's flash; each is replaced atomically and on its own.</summary>
public enum FlashItem
{
    /// <summary>Manual symmetric key.</summary>
    SymmetricKey,
    Ctl,
    Itl,
    /// <summary>Last good configuration: name, digest, clear XML.</summary>
    Configuration,
    DigestCredentials,
    /// <summary>Remembered <c>encrConfig</c>, settings lock, settings password, alternate TFTP servers.</summary>
    Settings,
    /// <summary>Certificate and private key together, so that they are replaced together.</summary>
    Mic,
    /// <summary>Certificate and private key together.</summary>
    Lsc,
    StatusMessages,
}
