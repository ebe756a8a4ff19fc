namespace PhoneSim.Phone.Enrolment;

public enum CapfPhase
{
    Preparing,
    Connecting,
    Authenticating,
    /// <summary>Authenticated, or waiting to hear that it is not.</summary>
    AwaitingOrder,
    GeneratingKey,
    /// <summary>The public key is out; waiting for the certificate.</summary>
    AwaitingCertificate,
    Storing,
    Fetching,
    Deleting,
    /// <summary>Between two attempts.</summary>
    WaitingToRetry,
}
