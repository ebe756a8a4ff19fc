namespace PhoneSim.Phone.Fetching;

/// <summary>How a request for a file ended; the words of <c>answer</c> in shared/spec/cli.md.</summary>
public enum FetchAnswer
{
    Ok,
    /// <summary>TFTP error 1, HTTP 404.</summary>
    NotFound,
    /// <summary>No packet within all retransmissions, or the transfer stalled.</summary>
    Timeout,
    /// <summary>Nothing listens there.</summary>
    Refused,
    /// <summary>The server's name does not resolve; <c>refused</c> in the words of the command line.</summary>
    UnknownHost,
    /// <summary>A TFTP error other than 1; its number in <see cref="FetchResult.Code"/>.</summary>
    TftpError,
    /// <summary>An HTTP status other than 200 and 404; in <see cref="FetchResult.Code"/>.</summary>
    HttpStatus,
    /// <summary>More bytes than the profile's limit.</summary>
    TooBig,
    /// <summary>Broken off: malformed packets, a broken connection, cancelled by the user.</summary>
    Aborted,
}
