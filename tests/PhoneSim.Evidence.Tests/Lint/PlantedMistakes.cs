using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhoneSim.Evidence.Lint;
using PhoneSim.Evidence.Tests.Checks;
using PhoneSim.Formats;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Profiles;
using PhoneSim.TestSupport;
using static PhoneSim.Evidence.Tests.Lint.LintFiles;

namespace PhoneSim.Evidence.Tests.Lint;

/// <summary>One mistake for each rule.</summary>
internal static class PlantedMistakes
{
    private const string Capf = "<capfList><capf><phonePort>3804</phonePort><processNodeName>127.0.0.1</processNodeName></capf></capfList>";
    private const string Tvs = "<TVS><members><member priority=\"0\"><port>2445</port><address>127.0.0.1</address></member></members></TVS>";

    public static IReadOnlyDictionary<string, Func<LintInput>> All { get; } = new Dictionary<string, Func<LintInput>>
    {
        ["file.unknown"] = () => LintFiles.File("photo.png", [0x89, 0x50, 0x4e, 0x47]),
        ["file.size"] = () => LintFiles.File($"{Device}.cnf.xml", [.. Vectors.Bytes("plain.cnf.xml")], Hardware with { Fetch = Hardware.Fetch with { SizeLimit = 100 } }),
        ["file.malformed"] = () => Itl(Vectors.Bytes("sha1/ITLFile.tlv")[..^9]),
        ["file.digest"] = () => Signed(MinimalXml, DigestAlgorithm.Sha512, profile: Hardware with { Signing = Hardware.Signing with { Digests = [DigestAlgorithm.Sha1] } }),
        ["file.name"] = () => Signed(MinimalXml, headerName: "SEP000000000001.cnf.xml.sgn"),
        ["file.unread"] = () => Encrypted(),
        ["file.decrypts"] = () => Encrypted() with { PrivateKey = Vectors.Key("phone-mic") },
        ["file.method"] = () => Encrypted("7962-sip-manual") with { PrivateKey = Vectors.Key("phone-lsc") },
        ["xml.malformed"] = () => Full("</devicePool>", "</devicePol>"),

        ["element.misspelt"] = () => Full("phonePassword>", "phonePasword>"),
        ["element.unknown"] = () => Full("<sshUserId>", "<coffeeStrength>3</coffeeStrength><sshUserId>"),
        ["element.unlisted"] = () => Full("<webAccess>", "<coffeeStrength>3</coffeeStrength><webAccess>"),
        ["element.misplaced"] = () => Full("<webAccess>", "<encrConfig>true</encrConfig><webAccess>"),
        ["element.repeated"] = () => Full("<webAccess>", "<webAccess>0</webAccess><webAccess>"),

        ["value.boolean"] = () => Full("<fullConfig>true", "<fullConfig>yes"),
        ["value.number"] = () => Full("<settingsAccess>1", "<settingsAccess>on"),
        ["value.range"] = () => Full("<capfAuthMode>2", "<capfAuthMode>5"),
        ["value.port"] = () => Full("<sipPort>5060", "<sipPort>506000"),
        ["value.hash"] = () => Full("<certHash>", "<certHash>1d41"),
        ["value.length"] = () => Full("<phonePassword>24680", $"<phonePassword>{new string('1', 65)}"),
        ["value.host"] = () => Full("<address>127.0.0.1", "<address>call manager"),
        ["value.protocol"] = () => Full("<deviceProtocol>SIP", "<deviceProtocol>SCCP"),

        ["load.model"] = () => Full("SIP42.9-4-2SR3-1S", "SIP75.9-4-2SR3-1S"),
        ["load.protocol"] = () => Full("SIP42.9-4-2SR3-1S", "SCCP42.9-4-2SR3-1S"),

        ["security.capf-missing"] = () => Full(Capf, ""),
        ["security.tvs-missing"] = () => Full(Tvs, ""),
        ["security.transport"] = () => Full("<transportLayerProtocol>1", "<transportLayerProtocol>3"),
        ["security.no-encryption"] = () => LintFiles.File($"{Device}.cnf.xml", Encoding.UTF8.GetBytes(LintFiles.FullXml.Replace("<deviceProtocol>SIP<", "<deviceProtocol>SCCP<").Replace("SIP42.", "SCCP42.")), Profile("7962-sccp")),

        ["minimal.secret"] = () => Minimal("<encrConfig>", "<commonProfile><phonePassword>24680</phonePassword></commonProfile><encrConfig>"),
        ["minimal.content"] = () => Minimal("<encrConfig>", "<sipProfile><sipLines><line button=\"1\"><name>1001</name></line></sipLines></sipProfile><encrConfig>"),
        ["minimal.cert-hash"] = () => Minimal("<certHash>1d41b1769d85ae5b34a93bdb103cd096</certHash>", ""),
        ["minimal.encr-config"] = () => Minimal("<encrConfig>true", "<encrConfig>false"),
        ["full.call-managers"] = () => Full("<processNodeName>127.0.0.1</processNodeName></callManager>", "<processNodeName></processNodeName></callManager>"),
        ["full.lines"] = () => Full("<name>1001</name>", "<name></name>"),
        ["secret.in-clear"] = () => LintFiles.File($"{Device}.cnf.xml", Vectors.Bytes("plain.cnf.xml")),

        ["trust.signer"] = () => Itl(TrustListEdits.WithRoles(Vectors.Bytes("sha1/ITLFile.tlv"), Sast, (_, role) => role == TrustRole.Sast ? TrustRole.AppServer : role)),
        ["trust.signature"] = () => Itl(TrustListEdits.WithBrokenSignature(Vectors.Bytes("sha1/ITLFile.tlv"))),
        ["trust.sast-count"] = () => Itl(profile: Hardware with { Trust = Hardware.Trust with { MaxSastRecords = 0 } }),
        ["trust.certificate"] = () => Itl(TrustListEdits.WithAnotherSerial(List("ITLFile.tlv", TrustRole.Sast, TrustRole.CcmTftp, TrustRole.Capf, TrustRole.Tvs), Sast)),
        ["trust.expired"] = () => Itl() with { Now = TimeProvider.System.GetUtcNow().AddYears(40) },
        ["trust.tftp-missing"] = () => Itl(List("ITLFile.tlv", TrustRole.Sast, TrustRole.Capf, TrustRole.Tvs)),
        ["trust.ccm-missing"] = () => Ctl(List("CTLFile.tlv", TrustRole.Sast, TrustRole.Tftp, TrustRole.Capf)),
        ["trust.capf-missing"] = () => Itl(List("ITLFile.tlv", TrustRole.Sast, TrustRole.CcmTftp, TrustRole.Tvs)),
        ["trust.tvs-missing"] = () => Itl(List("ITLFile.tlv", TrustRole.Sast, TrustRole.CcmTftp, TrustRole.Capf)),
        ["trust.role"] = () => Itl(TrustListEdits.WithRoles(List("ITLFile.tlv", TrustRole.Sast, TrustRole.CcmTftp, TrustRole.Capf, TrustRole.Tvs, TrustRole.AppServer), Sast, (_, role) => role == TrustRole.AppServer ? (TrustRole)99 : role)),
        ["trust.not-asked"] = () => Itl(profile: Hardware with { Trust = Hardware.Trust with { AsksItl = false } }),
    };
}
