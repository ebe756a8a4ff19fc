using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Trust;
using static PhoneSim.Phone.Boot.BootState;
using static PhoneSim.Phone.Boot.BootTrigger;

namespace PhoneSim.Phone.Stepping;

/// <summary>The rule behind each step for which the phone says no decision of its own, with its clause.</summary>
public static class StepRules
{
    private const string PublicKeyClause = "seed, Symmetric Key Encryption with Phone Public Key";
    private const string Default = "no file of this phone's own: XMLDefault.cnf.xml is asked (boot.md 3, observed)";
    private const string ReadIt = "a file came: its signature is judged, then it is decrypted if its name says so, then its XML decides (" + PublicKeyClause + ")";
    private const string LastGood = "nothing usable came: the last good configuration from flash (boot.md 5, observed)";
    private const string NextConfiguration = "the configuration comes next, under the name that profile and flash ask for (boot.md 3)";

    private static readonly Dictionary<(BootState, BootTrigger), string> Table = new()
    {
        [(PoweredOff, PowerOn)] = "a start begins with the trust lists: CTL, then ITL, then the shared ITL (boot.md 2, observed)",
        [(FetchingCtl, NotFound)] = "a missing CTL is normal on a non-secure cluster; the ITL is asked next (boot.md 2, observed)",
        [(FetchingCtl, Skipped)] = "this load asks for no CTL (profile)",
        [(FetchingCtl, Refused)] = "the list in flash stays, the ITL is asked next (boot.md, Trust list acceptance)",
        [(FetchingCtl, Delivered)] = "CTL and ITL are used together; the ITL is asked next (boot.md, Trust list acceptance)",
        [(FetchingCtl, Unreachable)] = "nobody gave a CTL; the ITL is asked all the same (boot.md 2)",
        [(FetchingItl, Skipped)] = "this load asks for no ITL (seed, Phone Models That Support Encryption; profile)",
        [(FetchingItl, NotFound)] = NextConfiguration,
        [(FetchingItl, Delivered)] = NextConfiguration,
        [(FetchingItl, Unreachable)] = NextConfiguration,
        [(FetchingItl, Refused)] = $"the list in flash stays; {NextConfiguration}",
        [(RequestingEncrypted, Delivered)] = ReadIt,
        [(RequestingSigned, Delivered)] = ReadIt,
        [(RequestingPlain, Delivered)] = ReadIt,
        [(RequestingDefault, Delivered)] = ReadIt,
        [(RequestingEncrypted, NotFound)] = $"'file not found' for the encrypted file: the phone then requests the unencrypted, signed file ({PublicKeyClause}, Tip)",
        [(RequestingSigned, NotFound)] = Default,
        [(RequestingPlain, NotFound)] = Default,
        [(RequestingDefault, NotFound)] = "no name is left to ask for (boot.md 3)",
        [(Enrolling, Enrolled)] = $"after the public key gets stored in the database, the phone resets and requests a new configuration file ({PublicKeyClause})",
        [(Enrolling, NotEnrolled)] = "the session changed nothing: the phone goes on with what it has (boot.md 5)",
        [(Resetting, PowerOn)] = "a reset is the whole start again (boot.md, Resets)",
        [(Applying, Applied)] = "a full configuration is stored in flash and applied (boot.md 5)",
        [(Applying, SessionDue)] = "a secure phone holds its CAPF session before it registers (boot.md 6, documented)",
        [(UsingCached, Applied)] = "a full configuration is in use: the phone registers with it (boot.md 5)",
        [(Registering, Registered)] = "a call manager took the registration (boot.md 7)",
        [(Registering, Skipped)] = "there is nobody to register with; the configuration is applied (boot.md 7)",
        [(Registering, RegistrationFailed)] = "no call manager took the registration (boot.md 7)",
        [(Registering, SessionDue)] = "a non-secure phone registers first, then holds its CAPF session (boot.md 6, documented)",
    };

    public static string Of(BootState from, BootTrigger trigger) => Table.GetValueOrDefault((from, trigger)) ?? trigger switch
    {
        Unreachable or Refused => LastGood,
        LscUpdateAsked => "the user asked for an update of the LSC (boot.md 6)",
        Reset or Restart or PowerOn => "the phone was told to start again (boot.md, Resets)",
        _ => "the boot table has one step for that (phonesim diagram)",
    };

    /// <summary>What the phone will make of an answer.</summary>
    public static string Of(BootState state, TransportKind transport, FetchAnswer answer) => (state, answer) switch
    {
        _ when transport != TransportKind.Tftp && answer != FetchAnswer.Ok => "HTTP that fails in any way is followed by TFTP, file by file (boot.md 4, observed)",
        (FetchingCtl or FetchingItl, FetchAnswer.Ok) => ListRule,
        (_, FetchAnswer.Ok) => ReadIt,
        (FetchingItl, FetchAnswer.NotFound) => "ITLFile.tlv is asked only when the phone's own ITL is missing (boot.md 2, observed)",
        (_, FetchAnswer.NotFound) => Of(state, NotFound),
        (_, FetchAnswer.TooBig) => "a file over the profile's limit is not used (boot.md, CTL/ITL, configuration limits)",
        _ => "another server is tried if there is one; " + Of(state, Unreachable),
    };

    public static string Of(PhoneEvent verdict) => verdict switch
    {
        TrustListJudged => ListRule,
        SignatureJudged { Verdict: SignatureVerdict.Ignored } => "these phones receive signed, encrypted configuration files but ignore the signing information (seed, Phone Models That Support Encryption)",
        SignatureJudged { Verdict: SignatureVerdict.Valid or SignatureVerdict.Absent } => $"the phone validates the file signing, and, if the signature is valid, goes on with decryption ({PublicKeyClause})",
        SignatureJudged => $"a file whose signature is wrong or whose signer nobody knows is not used; the phone keeps what it has (boot.md 5; {PublicKeyClause})",
        FileDecrypted { Verdict: DecryptionVerdict.Decrypted, Key: DecryptionKey.Manual } => "the symmetric key in flash decrypts the file (seed, Manual Key Distribution)",
        FileDecrypted { Verdict: DecryptionVerdict.Decrypted } => $"the private key of the LSC or MIC decrypts the symmetric key, which then decrypts the file contents ({PublicKeyClause})",
        FileDecrypted => "if decryption fails, the configuration file does not get applied (seed)",
        _ => "",
    };

    private static string ListRule => "without a list in flash the first one is taken on trust; afterwards its signer must be a SAST record of a list in flash, or TVS vouches for it (boot.md, Trust list acceptance)";
}
