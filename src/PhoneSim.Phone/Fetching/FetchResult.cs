namespace PhoneSim.Phone.Fetching;

/// <param name="Code">TFTP error number or HTTP status where the answer has one.</param>
/// <param name="Detail">The server's own words or the socket's, control characters stripped; null when there are none.</param>
public sealed record FetchResult(FetchAnswer Answer, ReadOnlyMemory<byte> Content, TimeSpan Duration, int? Code = null, string? Detail = null)
{
    /// <summary>As in shared/spec/cli.md: <c>ok</c>, <c>not-found</c>, <c>error-2</c>, <c>http-503</c> …</summary>
    public string AnswerText => Answer switch
    {
        FetchAnswer.Ok => "ok",
        FetchAnswer.NotFound => "not-found",
        FetchAnswer.Timeout => "timeout",
        FetchAnswer.Refused or FetchAnswer.UnknownHost => "refused",
        FetchAnswer.TftpError => $"error-{Code}",
        FetchAnswer.HttpStatus => $"http-{Code}",
        FetchAnswer.TooBig => "too-big",
        _ => "aborted",
    };
}
