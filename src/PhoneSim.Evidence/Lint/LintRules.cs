using static PhoneSim.Evidence.Lint.LintSeverity;

namespace PhoneSim.Evidence.Lint;

/// <summary>All rules.</summary>
public static class LintRules
{
    public static LintRule FileUnknown { get; } = new("file.unknown", Error, "no file that phones read", "files.md 1");

    public static LintRule FileSize { get; } = new("file.size", Error, "larger than the load takes", "boot.md, CTL/ITL, configuration limits");

    public static LintRule FileMalformed { get; } = new("file.malformed", Error, "cannot be read", "files.md 1, 2");

    public static LintRule FileDigest { get; } = new("file.digest", Error, "signed with a digest that the load cannot verify", "files.md 1; phone-behaviour.md 2.6");

    public static LintRule FileName { get; } = new("file.name", Warning, "the header names another file", "files.md 1");

    public static LintRule FileUnread { get; } = new("file.unread", Note, "encrypted, its content was not looked at", "files.md 3");

    public static LintRule FileDecrypts { get; } = new("file.decrypts", Error, "the key given does not decrypt it", "seed, TFTP Encrypted Configuration Files Overview");

    public static LintRule FileMethod { get; } = new("file.method", Error, "encrypted by another method than the load's", "seed, Phone Models That Support Encryption");

    public static LintRule XmlMalformed { get; } = new("xml.malformed", Error, "no XML that a phone takes", "boot.md 5");

    public static LintRule ElementMisspelt { get; } = new("element.misspelt", Error, "a misspelt element", "phone-behaviour.md 2");

    public static LintRule ElementUnknown { get; } = new("element.unknown", Warning, "an element that no phone is known to read", "phone-behaviour.md 2");

    public static LintRule ElementUnlisted { get; } = new("element.unlisted", Note, "a product setting that is not in the list", "phone-behaviour.md 2.4");

    public static LintRule ElementMisplaced { get; } = new("element.misplaced", Error, "an element in another place than phones look for it", "phone-behaviour.md 2");

    public static LintRule ElementRepeated { get; } = new("element.repeated", Warning, "an element twice that phones read once", "phone-behaviour.md 2");

    public static LintRule ValueBoolean { get; } = new("value.boolean", Error, "neither true nor false", "phone-behaviour.md 2.1");

    public static LintRule ValueNumber { get; } = new("value.number", Error, "no number", "phone-behaviour.md 2");

    public static LintRule ValueRange { get; } = new("value.range", Error, "a number out of range", "phone-behaviour.md 2");

    public static LintRule ValuePort { get; } = new("value.port", Error, "no port", "phone-behaviour.md 2");

    public static LintRule ValueHash { get; } = new("value.hash", Error, "no MD5 in hexadecimal", "files.md 3; seed, Symmetric Key Encryption with Phone Public Key");

    public static LintRule ValueLength { get; } = new("value.length", Error, "longer than a phone takes", "phone-behaviour.md 2.1, 2.4");

    public static LintRule ValueHost { get; } = new("value.host", Error, "no host name or address", "phone-behaviour.md 2");

    public static LintRule ValueProtocol { get; } = new("value.protocol", Error, "another protocol than the load's", "phone-behaviour.md 2");

    public static LintRule LoadModel { get; } = new("load.model", Error, "a load of another model", "phone-behaviour.md 2.1");

    public static LintRule LoadProtocol { get; } = new("load.protocol", Error, "a load of another protocol", "phone-behaviour.md 2.1");

    public static LintRule CapfMissing { get; } = new("security.capf-missing", Error, "no CAPF server, though the phone needs one", "seed, Symmetric Key Encryption with Phone Public Key; boot.md 5, 6");

    public static LintRule TvsMissing { get; } = new("security.tvs-missing", Warning, "no TVS server, though the phone asks one", "tvs.md; phone-behaviour.md 2.4");

    public static LintRule Transport { get; } = new("security.transport", Error, "TLS and the security mode do not agree", "boot.md 7; phone-behaviour.md 2.4");

    public static LintRule NoEncryption { get; } = new("security.no-encryption", Warning, "encryption on for a load that has none", "seed, TFTP Encrypted Configuration Files Tips");

    public static LintRule SecretInMinimal { get; } = new("minimal.secret", Error, "a secret in a minimal file", "seed, TFTP Encrypted Configuration Files; files.md 3");

    public static LintRule MinimalContent { get; } = new("minimal.content", Warning, "a minimal file that holds more than the minimum", "files.md 3; phone-behaviour.md 2.2");

    public static LintRule MinimalHash { get; } = new("minimal.cert-hash", Warning, "a minimal file without certHash", "boot.md 5; phone-behaviour.md 2.3");

    public static LintRule MinimalEncrypted { get; } = new("minimal.encr-config", Warning, "a minimal file that does not say encrConfig true", "boot.md 5");

    public static LintRule CallManagers { get; } = new("full.call-managers", Warning, "a full configuration without a call manager", "boot.md 7; phone-behaviour.md 2.2");

    public static LintRule Lines { get; } = new("full.lines", Warning, "a full configuration of a SIP phone without a line", "phone-behaviour.md 2");

    public static LintRule SecretInClear { get; } = new("secret.in-clear", Note, "secrets in a file that is not encrypted", "seed, TFTP Encrypted Configuration Files Tips");

    public static LintRule TrustSigner { get; } = new("trust.signer", Error, "the signer is no SAST record of the list", "files.md 2");

    public static LintRule TrustSignature { get; } = new("trust.signature", Error, "the signature does not hold", "files.md 1");

    public static LintRule TrustSastCount { get; } = new("trust.sast-count", Error, "more SAST records than the load takes", "files.md 2; boot.md, Trust list acceptance");

    public static LintRule TrustCertificate { get; } = new("trust.certificate", Error, "a certificate that is not its record's", "files.md 2");

    public static LintRule TrustExpired { get; } = new("trust.expired", Warning, "a certificate out of date", "X.509; phone-behaviour.md 10");

    public static LintRule TrustTftp { get; } = new("trust.tftp-missing", Error, "no TFTP certificate", "boot.md 3; files.md 2");

    public static LintRule TrustCcm { get; } = new("trust.ccm-missing", Warning, "a CTL without a call manager's certificate", "files.md 2");

    public static LintRule TrustCapf { get; } = new("trust.capf-missing", Warning, "no CAPF certificate", "capf.md; seed, note on 6901 and 6911");

    public static LintRule TrustTvs { get; } = new("trust.tvs-missing", Warning, "an ITL without a TVS certificate", "tvs.md");

    public static LintRule TrustRole { get; } = new("trust.role", Warning, "a role that is not known", "files.md 2");

    public static LintRule TrustNotAsked { get; } = new("trust.not-asked", Note, "a list that the load does not ask for", "boot.md 2; seed, note on 6901 and 6911");

    public static IReadOnlyList<LintRule> All { get; } =
    [
        FileUnknown, FileSize, FileMalformed, FileDigest, FileName, FileUnread, FileDecrypts, FileMethod, XmlMalformed, ElementMisspelt, ElementUnknown, ElementUnlisted, ElementMisplaced, ElementRepeated,
        ValueBoolean, ValueNumber, ValueRange, ValuePort, ValueHash, ValueLength, ValueHost, ValueProtocol, LoadModel, LoadProtocol, CapfMissing, TvsMissing, Transport, NoEncryption,
        SecretInMinimal, MinimalContent, MinimalHash, MinimalEncrypted, CallManagers, Lines, SecretInClear,
        TrustSigner, TrustSignature, TrustSastCount, TrustCertificate, TrustExpired, TrustTftp, TrustCcm, TrustCapf, TrustTvs, TrustRole, TrustNotAsked,
    ];
}
