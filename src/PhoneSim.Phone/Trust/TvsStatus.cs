namespace PhoneSim.Phone.Trust;

public enum TvsStatus
{
    Valid,
    /// <summary>The server answered that the certificate is not to be trusted.</summary>
    Invalid,
    /// <summary>No member could be connected to, or the one that could did not answer properly.</summary>
    NoAnswer,
}
