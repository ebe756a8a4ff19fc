namespace PhoneSim.Phone.Enrolment;

/// <summary>How the phone proves who it is; numbers as in <c>capfAuthMode</c> of the configuration.</summary>
public enum CapfAuthentication
{
    AuthString = 1,
    NullString = 2,
    /// <summary>The LSC; the MIC only when there is no LSC.</summary>
    ExistingLscFirst = 3,
    ExistingMic = 4,
}
