namespace PhoneSim.Lab.Database;

/// <summary>Field "Certificate Operation" of the Phone Configuration window.</summary>
public enum CapfOrder
{
    None,
    Install,
    Delete,
    Fetch,
}
