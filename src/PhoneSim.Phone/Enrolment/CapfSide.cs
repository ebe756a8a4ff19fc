namespace PhoneSim.Phone.Enrolment;

/// <summary>Who sent a message, or who decided how a session ended.</summary>
public enum CapfSide
{
    Phone,
    Server,
}
