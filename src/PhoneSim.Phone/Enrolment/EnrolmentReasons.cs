namespace PhoneSim.Phone.Enrolment;

/// <summary>Why a phone talks to CAPF; the words of <c>capf[].reason</c> in shared/spec/cli.md.</summary>
public static class EnrolmentReasons
{
    /// <summary>The certificate hash of the configuration is blank or another's, or the phone has no certificate.</summary>
    public const string PublicKeyMismatch = "public-key-mismatch";

    public const string DecryptFailed = "decrypt-failed";

    /// <summary>A full configuration names an authentication mode, as it does while an operation is scheduled (shared/spec/phone-behaviour.md 3.2).</summary>
    public const string AuthenticationMode = "authentication-mode";

    /// <summary>LSC &gt; Update.</summary>
    public const string User = "user";

    /// <summary>The word in a phrase.</summary>
    public static string Explain(string reason) => reason switch
    {
        PublicKeyMismatch => "public-key-mismatch: the server does not know this phone's public key",
        DecryptFailed => "decrypt-failed: the server encrypts for another public key",
        AuthenticationMode => "authentication-mode: the configuration names one, so an operation may wait (phone-behaviour.md 3.2)",
        _ => "the user asked for it",
    };
}
