using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>What a phone does when it does not get a file, with the clause.</summary>
internal static class AnswerRules
{
    /// <param name="signs">The load asks signed files.</param>
    public static string Of(FileRole role, FetchAnswer answer, bool signs) => answer switch
    {
        FetchAnswer.Ok => "",
        FetchAnswer.NotFound => NotFound(role, signs),
        FetchAnswer.Timeout or FetchAnswer.Refused => role.IsConfiguration ? "nobody answers: it goes on with the last good configuration in flash (boot.md 5)" : "nobody answers: it keeps what is in flash (boot.md 5)",
        _ => "that is no \"file not found\": it tries again or the next transport, and keeps what is in flash (boot.md 4, 5)",
    };

    private static string NotFound(FileRole role, bool signs) => role switch
    {
        FileRole.Ctl => "a missing CTL is normal outside mixed mode; the ITL is next (boot.md 2)",
        FileRole.Itl => "without a list of its own it asks the shared ITLFile.tlv (boot.md 2)",
        FileRole.SharedItl => "with no trust list at all it asks plain names and takes unsigned files (boot.md 3)",
        FileRole.Encrypted => $"encryption is off at the server for this phone: it asks the {(signs ? "signed" : "plain")} file (seed, Symmetric Key Encryption with Phone Public Key)",
        FileRole.Signed or FileRole.Plain => "the server does not know this phone: it asks XMLDefault.cnf.xml (boot.md 3)",
        FileRole.Default => "no configuration at all: it cannot register, or goes on with the one in flash (boot.md 5)",
        _ => "it does without this file",
    };
}
