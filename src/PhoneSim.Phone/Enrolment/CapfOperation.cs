namespace PhoneSim.Phone.Enrolment;

/// <summary>The order scheduled at the server, as far as the session came to know it.</summary>
public enum CapfOperation
{
    None,
    Install,
    Fetch,
    Delete,
}
