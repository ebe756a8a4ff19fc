namespace PhoneSim.Phone.Registration;

public enum RegistrationOutcome
{
    Registered,
    /// <summary>A call manager answered and will not have this phone: the next one is not asked (assumed).</summary>
    Rejected,
    /// <summary>No connection, no trusted certificate, no answer in time, or the server says that it cannot serve now: the next one is asked.</summary>
    Unreachable,
}
