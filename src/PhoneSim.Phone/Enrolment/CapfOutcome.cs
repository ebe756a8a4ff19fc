namespace PhoneSim.Phone.Enrolment;

public enum CapfOutcome
{
    /// <summary>A new LSC with its key is in <see cref="CapfResult.Certificate"/>: the caller puts both into flash.</summary>
    Stored,
    /// <summary>The caller removes the LSC from flash.</summary>
    Deleted,
    /// <summary>The server has the phone's certificate.</summary>
    Fetched,
    NoOperation,
    /// <summary>By the server or by the phone: <see cref="CapfResult.Side"/>.</summary>
    Refused,
    /// <summary>RETRY LATER, and no attempt left.</summary>
    RetryLater,
    /// <summary>No connection, or lost or silent in the middle.</summary>
    Unreachable,
    /// <summary>The server's certificate is not trusted; nothing was sent to it.</summary>
    UntrustedServer,
    ProtocolError,
}
