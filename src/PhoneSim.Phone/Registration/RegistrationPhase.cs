namespace PhoneSim.Phone.Registration;

public enum RegistrationPhase
{
    Connecting,
    Asking,
    /// <summary>The call manager asked for digest credentials.</summary>
    Challenged,
    Registered,
    Refreshed,
    Rejected,
    /// <summary>This call manager could not be reached; the next one is tried.</summary>
    Unreachable,
    /// <summary>A registration that stood is gone.</summary>
    Lost,
    /// <summary>The call manager told the phone to do something.</summary>
    Commanded,
    Unregistered,
}
