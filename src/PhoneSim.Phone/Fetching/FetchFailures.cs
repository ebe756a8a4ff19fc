using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Fetching;

public static class FetchFailures
{
    /// <summary>Id of the status message a phone shows for that answer.</summary>
    public static string TextFor(FetchResult result) => (result.Answer, result.Code) switch
    {
        (FetchAnswer.NotFound, _) => Texts.ConfigNotFound,
        (FetchAnswer.TooBig, _) => Texts.ConfigTooBig,
        (FetchAnswer.Timeout, _) => Texts.TftpTimeout,
        (FetchAnswer.TftpError, 2) => Texts.TftpAccessError,
        (FetchAnswer.UnknownHost, _) => Texts.DnsUnknownHost,
        _ => Texts.TftpError,
    };
}
