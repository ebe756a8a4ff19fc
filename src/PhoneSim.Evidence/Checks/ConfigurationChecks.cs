using System.Security.Cryptography;
using PhoneSim.Evidence.Lint;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Checks;

/// <summary>The configuration files of the phone: there or absent as they should be, signed, encrypted, and without a secret where none may be.</summary>
internal static class ConfigurationChecks
{
    private const string Keeps = "does not use the file and goes on with the configuration in flash";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("config.present", "boot.md 3", "a configuration under the name the phone asks", "asks XMLDefault.cnf.xml, or cannot register", c =>
            CheckOutcome.Of(OpenFile(c).Answer == FetchAnswer.Ok, $"{OpenName(c)}: {OpenFile(c).AnswerText}")),
        new("config.signature", "seed, Prerequisites; files.md 1", "signed by a TFTP certificate of the trust list", Keeps, c => !Verifies(c) ? NotVerified(c) : Judge(c, c.Signed)),
        new("config.digest", "files.md 1", "a digest this load verifies", Keeps, c => !Verifies(c) ? NotVerified(c) : SignedOf(c.Signed) is not { } signed
            ? CheckOutcome.Skip("there is no signed file") : CheckOutcome.Of(signed.Header.Digest is { } digest && c.Profile.Signing.Digests.Contains(digest), $"{signed.Header.Digest?.Word}")),
        new("config.header-name", "files.md 1", "the header names the file that was asked", "loads that compare the names refuse it", c => SignedOf(c.Signed)?.Header.FileName is not { } name
            ? CheckOutcome.Skip("there is no signed file, or its header has no name") : CheckOutcome.Of(name == FileNames.Signed(c.Target.Device), name)),
        new("config.well-formed", "files.md 3", "XML without DTD, within limits", Keeps, c => OpenFile(c).Answer != FetchAnswer.Ok
            ? CheckOutcome.Skip("there is no configuration") : CheckContext.WhyMalformed(() => PhoneConfiguration.Parse(Body(OpenFile(c)))) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Pass($"{Body(OpenFile(c)).Length} bytes")),
        new("config.call-managers", "boot.md 6", "the full configuration names a call manager", "uses the TFTP server's address, or cannot register", c => c.Full is not { FullConfig: true } full
            ? NoFull() : CheckOutcome.Of(full.CallManagers.Count > 0, $"{full.CallManagers.Count} call managers")),
        new("config.lines", "phone-behaviour.md 2", "the full configuration of a SIP phone has a line with a name", "shows Unprovisioned", c => c.Profile.Protocol != SignallingProtocol.Sip
            ? CheckOutcome.Skip("SCCP phones get their lines when they register") : c.Full is not { FullConfig: true } full ? NoFull() : CheckOutcome.Of(full.Lines.Count > 0, $"{full.Lines.Count} lines")),
        new("config.protocol", "phone-behaviour.md 2", "deviceProtocol is the load's", "waits for a firmware upgrade", c => c.Full?.DeviceProtocol is not { } protocol
            ? CheckOutcome.Skip("the configuration does not say") : CheckOutcome.Of(protocol.Equals(c.Profile.Protocol.ToString(), StringComparison.OrdinalIgnoreCase), protocol)),
        new("config.understood", "phone-behaviour.md 2", "elements and values that a phone understands", "ignores an element it does not know, and takes the default", c => (c.Full ?? c.Open) is not { } configuration
            ? CheckOutcome.Skip("there is no configuration that can be read") : Misunderstood(c, configuration) is { } wrong ? CheckOutcome.Fail(wrong) : CheckOutcome.Pass("phonesim lint finds no mistake in its words")),
        new("config.default", "boot.md 3", "XMLDefault.cnf.xml for a phone nobody knows", "cannot register by auto-registration", c => c.Default.Answer == FetchAnswer.Ok
            && CheckContext.WhyMalformed(() => PhoneConfiguration.Parse(Body(c.Default), FileNames.DefaultConfiguration)) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Of(c.Default.Answer == FetchAnswer.Ok, c.Default.AnswerText)),
        new("config.digest-excluded", "seed, Exclude Digest Credentials", "no digest credentials in the file", "stores them: they can be read on the way", c => !c.Target.ExpectsNoDigest
            ? CheckOutcome.Skip("not asked for; --expect-no-digest") : c.Full is not { FullConfig: true } full ? NoFull() : CheckOutcome.Of(full.DigestCredentials is null, full.DigestCredentials is null ? "none" : "credentials are in the file")),
        .. Encryption(),
    ];

    private static IEnumerable<Check> Encryption() =>
    [
        new("encryption.file", "seed, TFTP Encrypted Configuration Files", "with encryption on, .enc.sgn is there", "stays with the minimal configuration and cannot register", c => OnlyEncrypted(c, () =>
            c.Encrypted.Answer == FetchAnswer.NotFound && AwaitsEnrolment(c) ? CheckOutcome.Skip("certHash is blank: the server knows no certificate of this phone yet, which enrols first") : CheckOutcome.Of(c.Encrypted.Answer == FetchAnswer.Ok, c.Encrypted.AnswerText))),
        new("encryption.signature", "files.md 1", ".enc.sgn is signed by a TFTP certificate of the trust list", Keeps, c => OnlyEncrypted(c, () => !Verifies(c) ? NotVerified(c) : Judge(c, c.Encrypted))),
        new("encryption.header-name", "files.md 1", "the header names the file that was asked", "loads that compare the names refuse it", c => OnlyEncrypted(c, () => SignedOf(c.Encrypted)?.Header.FileName is not { } name
            ? CheckOutcome.Skip("there is no signed file, or its header has no name") : CheckOutcome.Of(name == FileNames.Encrypted(c.Target.Device), name))),
        new("encryption.decrypts", "seed, Symmetric Key Encryption with Phone Public Key; Manual Key Distribution", "this phone's key decrypts .enc.sgn", "enrols anew, or cannot register", c => OnlyEncrypted(c, () =>
            c.Decrypted is { } result ? CheckOutcome.Of(result.Succeeded, result.Verdict.Reason) : Undecrypted(c))),
        new("encryption.is-full", "seed, TFTP Encrypted Configuration Files", "what was encrypted is the full configuration", "cannot register", c => OnlyEncrypted(c, () =>
            c.Decrypted is { Succeeded: true } ? CheckOutcome.Of(c.Full is { FullConfig: true }, c.Full is null ? "not readable" : $"fullConfig {(c.Full.FullConfig ? "true" : "false")}") : Undecrypted(c))),
        new("encryption.remembers", "seed; boot.md 5", "the encrypted configuration says encrConfig true", "asks the open file at the next start", c => OnlyEncrypted(c, () =>
            c.Profile.Encryption.Method != EncryptionMethod.PublicKey ? CheckOutcome.Skip("phones with a manual key do not look at it") : c.Decrypted is { Succeeded: true } ? CheckOutcome.Of(c.Full is { EncrConfig: true }, $"encrConfig {(c.Full?.EncrConfig == true ? "true" : "false")}") : Undecrypted(c))),
        new("encryption.new-key", "seed, Symmetric Key Encryption with Phone Public Key", "each update of the file has an AES key of its own", "does not notice; whoever learns one key reads every version", c => OnlyEncrypted(c, () =>
            c.Profile.Encryption.Method != EncryptionMethod.PublicKey ? CheckOutcome.Skip("a key typed by hand stays") : c.Target.EarlierFile is not { } earlier ? CheckOutcome.Skip("no earlier file to compare with; --earlier FILE")
                : c.Target.Certificate?.Rsa is not { } rsa ? NoKey(c) : Renewed(c, earlier, rsa))),
        new("encryption.minimal", "seed, TFTP Encrypted Configuration Files", "the open file is minimal: fullConfig false", "would apply what anybody could read", c => OnlyEncrypted(c, () =>
            c.Open is { } open ? CheckOutcome.Of(!open.FullConfig, $"{OpenName(c)}: fullConfig {(open.FullConfig ? "true" : "false")}") : CheckOutcome.Skip("there is no open file"))),
        new("encryption.no-secret", "seed, TFTP Encrypted Configuration Files", "the open file holds no password, line or call manager", "works; but anybody reads it on the way", c => OnlyEncrypted(c, () =>
            c.Open is { } open ? NoSecret(open) : CheckOutcome.Skip("there is no open file"))),
        new("encryption.cert-hash", "seed, Symmetric Key Encryption with Phone Public Key", "certHash is the MD5 of this phone's certificate", "starts CAPF instead of asking .enc.sgn", c => OnlyEncrypted(c, () =>
            c.Profile.Encryption.Method != EncryptionMethod.PublicKey ? CheckOutcome.Skip("phones with a manual key do not look at it") : c.Target.Certificate is null ? NoKey(c)
                : c.Open is { } open ? CheckOutcome.Of(open.CertHash == c.Target.Certificate.Md5, $"certHash {open.CertHash}, the phone's {c.Target.Certificate.Md5}") : CheckOutcome.Skip("there is no open file"))),
        new("encryption.encr-config", "seed; boot.md 5", "the minimal file says encrConfig true", "does not ask .enc.sgn", c => OnlyEncrypted(c, () =>
            c.Profile.Encryption.Method != EncryptionMethod.PublicKey ? CheckOutcome.Skip("phones with a manual key do not look at it") : c.Open is { FullConfig: false } open ? CheckOutcome.Of(open.EncrConfig, $"encrConfig {(open.EncrConfig ? "true" : "false")}") : CheckOutcome.Skip("there is no minimal file"))),
        new("encryption.no-clear-copy", "seed, TFTP Encrypted Configuration Files", "no other name gives the full configuration in clear", "does not ask it; anybody else can", c => OnlyEncrypted(c, () =>
            CheckOutcome.Of(!IsFull(c.Plain), $"{FileNames.Plain(c.Target.Device)}: {(IsFull(c.Plain) ? "the full configuration" : c.Plain.AnswerText)}"))),
        new("encryption.off", "seed, Disabling", "with encryption off, .enc.sgn is not found", "asks it first and applies what it finds", c => c.IsEncrypted
            ? CheckOutcome.Skip("encryption is on") : CheckOutcome.Of(c.Encrypted.Answer == FetchAnswer.NotFound, c.Encrypted.AnswerText)),
        new("encryption.off-full", "seed, Disabling", "with encryption off, the open file is the full one", "stays with a minimal configuration", c => c.IsEncrypted
            ? CheckOutcome.Skip("encryption is on") : c.Open is { } open ? CheckOutcome.Of(open.FullConfig, $"fullConfig {(open.FullConfig ? "true" : "false")}") : CheckOutcome.Skip("there is no open file")),
    ];

    /// <summary>The first word a phone would misunderstand; the load's protocol is a check of its own.</summary>
    private static string? Misunderstood(CheckContext c, PhoneConfiguration configuration) =>
        Linter.Lint(new(FileNames.Plain(c.Target.Device), configuration.Xml, c.Profile, c.Target.Time.GetUtcNow()))
            .Where(f => f.Severity == LintSeverity.Error && f.Rule != LintRules.ValueProtocol && f.Rule.Id.Split('.')[0] is "element" or "value")
            .Select(f => $"line {f.Place.Line}: {f.Message}").FirstOrDefault();

    private static CheckOutcome Renewed(CheckContext c, ReadOnlyMemory<byte> earlier, RSA rsa)
    {
        if (c.Encrypted.Answer != FetchAnswer.Ok)
            return CheckOutcome.Skip("there is no .enc.sgn");
        if (c.Encrypted.Content.Span.SequenceEqual(earlier.Span))
            return CheckOutcome.Skip("the file has not changed since");
        bool? same = null;
        return CheckContext.WhyMalformed(() => same = EncryptedFile.HaveSameKey(earlier, c.Encrypted.Content, rsa)) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Of(same == false, same == true ? "both have the same AES key" : "another AES key");
    }

    private static FetchResult OpenFile(CheckContext c) => c.SignsFiles ? c.Signed : c.Plain;

    private static string OpenName(CheckContext c) => c.SignsFiles ? FileNames.Signed(c.Target.Device) : FileNames.Plain(c.Target.Device);

    private static bool Verifies(CheckContext c) => c.Profile.Signing.Behaviour == SigningBehaviour.Verified;

    private static CheckOutcome NotVerified(CheckContext c) => CheckOutcome.Skip($"a {c.Profile.Name} does not verify signatures");

    private static CheckOutcome NoFull() => CheckOutcome.Skip("there is no full configuration that can be read");

    private static CheckOutcome NoKey(CheckContext c) => CheckOutcome.Skip(c.Profile.Encryption.Method == EncryptionMethod.Manual ? "the phone's key is not known; --hex or --flash" : "the phone's certificate is not known; --mic or --flash");

    private static CheckOutcome Undecrypted(CheckContext c) => c.Encrypted.Answer != FetchAnswer.Ok ? CheckOutcome.Skip("there is no .enc.sgn") : c.Decrypted is null ? NoKey(c) : CheckOutcome.Skip("it does not decrypt");

    private static bool AwaitsEnrolment(CheckContext c) => c.Profile.Encryption.Method == EncryptionMethod.PublicKey && c.Open is { FullConfig: false, CertHash: null or "" };

    private static CheckOutcome OnlyEncrypted(CheckContext c, Func<CheckOutcome> check) => c.IsEncrypted ? check() : CheckOutcome.Skip("encryption is off for this phone; --expect-encryption on if it should be on");

    private static SignedFile? SignedOf(FetchResult file) =>
        file.Answer == FetchAnswer.Ok && SignedFile.HasHeader(file.Content.Span) ? CheckContext.Read(() => SignedFile.Parse(file.Content)) : null;

    private static ReadOnlyMemory<byte> Body(FetchResult file) => SignedOf(file)?.Body ?? file.Content;

    private static bool IsFull(FetchResult file) => file.Answer == FetchAnswer.Ok && CheckContext.Read(() => PhoneConfiguration.Parse(Body(file))) is { FullConfig: true };

    private static CheckOutcome Judge(CheckContext c, FetchResult file)
    {
        if (file.Answer != FetchAnswer.Ok)
            return CheckOutcome.Skip("there is no such file");
        if (c.ItlList is null && c.CtlList is null)
            return CheckOutcome.Skip("there is no trust list to judge by");
        if (SignedOf(file) is not { } signed)
            return CheckOutcome.Fail("the file has no signature");
        if (signed.Header.Digest is { } digest && !c.Profile.Signing.Digests.Contains(digest))
            return CheckOutcome.Skip($"this load does not verify {digest.Word}");
        SignatureVerdict verdict = SignatureJudge.Judge(signed, c.Flash, c.Profile.Signing);
        return CheckOutcome.Of(verdict == SignatureVerdict.Valid, $"{verdict.Reason}; signer {signed.Header.SignerName}, serial {Convert.ToHexStringLower(signed.Header.SignerSerial.Span)}");
    }

    private static CheckOutcome NoSecret(PhoneConfiguration open)
    {
        (bool IsThere, string Name)[] secrets =
        [
            (open.PhonePassword is { IsEmpty: false }, "phonePassword"), (open.DigestCredentials is { IsBlank: false }, "digest credentials"), (open.Lines.Count > 0, "lines"), (open.CallManagers.Count > 0, "call managers"),
        ];
        string[] found = [.. secrets.Where(secret => secret.IsThere).Select(secret => secret.Name)];
        return CheckOutcome.Of(found.Length == 0, found.Length == 0 ? "none" : string.Join(", ", found));
    }
}
