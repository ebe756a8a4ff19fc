using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Lab.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.TestSupport;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>One fault for each check: what a careless administrator or a careless server does.</summary>
internal static class PlantedFaults
{
    public static IReadOnlyDictionary<string, Action<CheckBench>> All { get; } = new Dictionary<string, Action<CheckBench>>
    {
        ["tftp.answers"] = b => b.Fault = TftpFault.SilentForCtl,
        ["tftp.absent-file"] = b => b.Fault = TftpFault.WrongErrorForAbsent,
        ["tftp.transfer-id"] = b => b.Fault = TftpFault.AnswersFromItsPort,
        ["tftp.foreign-transfer-id"] = b => b.Fault = TftpFault.ListensToAnybody,
        ["tftp.retransmits"] = b => b.Fault = TftpFault.NeverRetransmits,
        ["tftp.whole-file"] = b => b.Fault = TftpFault.ChangesFiles,
        ["tftp.block-size"] = b => b.Fault = TftpFault.RaisesBlockSize,
        ["tftp.transfer-size"] = b => b.Fault = TftpFault.WrongTransferSize,
        ["tftp.timeout-option"] = b => b.Fault = TftpFault.ChangesTimeout,
        ["tftp.unknown-option"] = b => b.Fault = TftpFault.EchoesUnknownOptions,
        ["tftp.no-traversal"] = b => b.Fault = TftpFault.Traverses,
        ["tftp.no-write"] = b => b.Fault = TftpFault.TakesWrites,
        ["tftp.block-wrap"] = b =>
        {
            b.AddLargeFile();
            b.Fault = TftpFault.WrapsToOne;
        },
        ["tftp.parallel"] = b => b.Fault = TftpFault.FewTransfers,
        ["tftp.garbage"] = b => b.Fault = TftpFault.DiesOfGarbage,

        ["itl.present"] = b => _ = b.Files.Remove(b.Itl) && b.Files.Remove("ITLFile.tlv"),
        ["itl.well-formed"] = b => b.Files[b.Itl] = b.Files[b.Itl][..^9],
        ["itl.size"] = b => b.Profile = b.Profile with { Trust = b.Profile.Trust with { SizeLimit = b.Files[b.Itl].Length - 1 } },
        ["itl.signer-is-sast"] = b => b.Files[b.Itl] = TrustListEdits.WithRoles(b.Files[b.Itl], b.Pki.Sast, (_, role) => role == TrustRole.Sast ? TrustRole.AppServer : role),
        ["itl.signature"] = b => b.Files[b.Itl] = TrustListEdits.WithBrokenSignature(b.Files[b.Itl]),
        ["itl.digest"] = b => NewDigest(b, b.Itl, "ITLFile.tlv"),
        ["itl.sast-count"] = b => b.Files[b.Itl] = WithThreeSast(b, "ITLFile.tlv"),
        ["itl.certificates"] = b => b.Files[b.Itl] = TrustListEdits.WithAnotherSerial(b.List("ITLFile.tlv", DigestAlgorithm.Sha1, Others(1)), b.Pki.Sast),
        ["itl.in-date"] = b => b.Files[b.Itl] = b.List("ITLFile.tlv", DigestAlgorithm.Sha1, new TrustListEntry(TrustRole.AppServer, Expired())),
        ["itl.name"] = b => b.Files[b.Itl] = b.List("RingList.xml"),
        ["itl.tftp-role"] = b => b.Files[b.Itl] = b.ListWithout("ITLFile.tlv", TrustRole.CcmTftp),
        ["itl.tvs-role"] = b => b.Files[b.Itl] = b.ListWithout("ITLFile.tlv", TrustRole.Tvs),
        ["trust.capf-role"] = b => (b.Files[b.Itl], b.Files[b.Ctl]) = (b.ListWithout("ITLFile.tlv", TrustRole.Capf), b.ListWithout("CTLFile.tlv", TrustRole.Capf)),
        ["trust.lists-agree"] = b => b.Files[b.Ctl] = TrustListWriter.Write([new(TrustRole.Sast, b.Pki.Sast.Certificate), new(TrustRole.CcmTftp, Vectors.Certificate("CUCM"))], b.Pki.Sast, new() { FileName = "CTLFile.tlv", TimeStamp = TimeProvider.System.GetUtcNow() }, new(1, 0)),

        ["ctl.well-formed"] = b => b.Files[b.Ctl] = b.Files[b.Ctl][..^9],
        ["ctl.size"] = b => (b.Files[b.Ctl], b.Profile) = (b.List("CTLFile.tlv", DigestAlgorithm.Sha1, Others(4)), b.Profile with { Trust = b.Profile.Trust with { SizeLimit = b.Files[b.Itl].Length + 1 } }),
        ["ctl.signer-is-sast"] = b => b.Files[b.Ctl] = TrustListEdits.WithRoles(b.Files[b.Ctl], b.Pki.Sast, (_, role) => role == TrustRole.Sast ? TrustRole.AppServer : role),
        ["ctl.signature"] = b => b.Files[b.Ctl] = TrustListEdits.WithBrokenSignature(b.Files[b.Ctl]),
        ["ctl.digest"] = b => NewDigest(b, b.Ctl, "CTLFile.tlv"),
        ["ctl.sast-count"] = b => b.Files[b.Ctl] = WithThreeSast(b, "CTLFile.tlv"),
        ["ctl.certificates"] = b => b.Files[b.Ctl] = TrustListEdits.WithAnotherSerial(b.List("CTLFile.tlv", DigestAlgorithm.Sha1, Others(1)), b.Pki.Sast),
        ["ctl.in-date"] = b => b.Files[b.Ctl] = b.List("CTLFile.tlv", DigestAlgorithm.Sha1, new TrustListEntry(TrustRole.AppServer, Expired())),
        ["ctl.name"] = b => b.Files[b.Ctl] = b.List("ITLFile.tlv"),
        ["ctl.ccm-role"] = b => b.Files[b.Ctl] = TrustListEdits.WithRoles(b.Files[b.Ctl], b.Pki.Sast, (_, role) => role == TrustRole.CcmTftp ? TrustRole.Tftp : role),

        ["config.present"] = b => b.Files.Remove(b.Open),
        ["config.signature"] = b => b.Files[b.Open] = TrustListEdits.WithBrokenSignature(b.Files[b.Open]),
        ["config.digest"] = b => (b.Files[b.Open], b.Profile) = (b.Sign([.. SignedFile.Parse(b.Files[b.Open]).Body.Span], b.Open, DigestAlgorithm.Sha512), b.Profile with { Signing = b.Profile.Signing with { Digests = [DigestAlgorithm.Sha1] } }),
        ["config.header-name"] = b => b.Files[b.Open] = b.Sign([.. SignedFile.Parse(b.Files[b.Open]).Body.Span], "SEP000000000001.cnf.xml.sgn"),
        ["config.well-formed"] = b => b.EditOpen(xml => xml[..^12]),
        ["config.call-managers"] = b => b.EditEncrypted(xml => Replaced(xml, "callManagerGroup", "nobody")),
        ["config.lines"] = b => b.EditEncrypted(xml => Replaced(xml, "sipLines", "noLines")),
        ["config.protocol"] = b => b.EditEncrypted(xml => new ConfigurationEditor(xml).Set("deviceProtocol", b.Profile.Protocol == Phone.Profiles.SignallingProtocol.Sip ? "SCCP" : "SIP").ToXml()),
        ["config.understood"] = b => b.EditEncrypted(xml => Replaced(xml, "<settingsAccess>1", "<settingsAccess>9")),
        ["config.default"] = b => b.Files.Remove("XMLDefault.cnf.xml"),
        ["config.digest-excluded"] = b => b.Change = target => target with { ExpectsNoDigest = true },

        ["encryption.file"] = b => b.Files.Remove(b.Encrypted),
        ["encryption.signature"] = b => b.Files[b.Encrypted] = TrustListEdits.WithBrokenSignature(b.Files[b.Encrypted]),
        ["encryption.header-name"] = b => b.Files[b.Encrypted] = b.Encrypt([.. EncryptedFile.Decrypt(b.Files[b.Encrypted], b.Lsc.Rsa!).ClearText.Span], b.Open),
        ["encryption.decrypts"] = b => b.Files[b.Encrypted] = b.Encrypt([.. "<device/>"u8], SharedKeys.Mic),
        ["encryption.is-full"] = b => b.EditEncrypted(xml => new ConfigurationEditor(xml).Set("fullConfig", "false").ToXml()),
        ["encryption.remembers"] = b => b.EditEncrypted(xml => new ConfigurationEditor(xml).Set("encrConfig", "false").ToXml()),
        ["encryption.new-key"] = b => b.Change = target => target with { EarlierFile = (byte[])[.. b.Files[b.Encrypted], .. new byte[16]] },
        ["encryption.minimal"] = b => b.EditOpen("fullConfig", "true"),
        ["encryption.no-secret"] = b => b.EditOpen(xml => Replaced(xml, "<encrConfig>", "<commonProfile><phonePassword>12345</phonePassword></commonProfile><encrConfig>")),
        ["encryption.cert-hash"] = b => b.EditOpen("certHash", SharedKeys.Mic.Md5),
        ["encryption.encr-config"] = b => b.EditOpen("encrConfig", "false"),
        ["encryption.no-clear-copy"] = b => b.Files[$"{b.Name}.cnf.xml"] = [.. EncryptedFile.Decrypt(b.Files[b.Encrypted], b.Lsc.Rsa!).ClearText.Span],
        ["encryption.off"] = b => (b.Files[b.Encrypted], b.Change) = (b.Encrypt([.. SignedFile.Parse(b.Files[b.Open]).Body.Span], b.Encrypted), target => target with { ExpectsEncryption = false }),
        ["encryption.off-full"] = b =>
        {
            b.EditOpen("fullConfig", "false");
            b.Change = target => target with { ExpectsEncryption = false };
        },

        ["http.same-bytes"] = b => b.Http = b.Files.ToDictionary(f => f.Key, f => (byte[])[.. f.Value, 10]),
        ["http.absent-file"] = b => b.HttpHasEverything = true,
        ["https.trusted"] = b => b.Files[b.Itl] = TrustListWriter.Write([new(TrustRole.Sast, b.Pki.Sast.Certificate), new(TrustRole.CcmTftp, b.Pki.Cucm.Certificate), new(TrustRole.Capf, b.Pki.Capf.Certificate), new(TrustRole.Tvs, b.Pki.Tvs.Certificate)], b.Pki.Sast, new() { FileName = "ITLFile.tlv", TimeStamp = TimeProvider.System.GetUtcNow() }, new(1, 1)),
        ["capf.trusted"] = b => Capf(b, b.AddCapf(Known(b), identity: b.Pki.Sast)),
        ["capf.session"] = b => Capf(b, b.AddCapf(Known(b), new() { ChangesSessionId = true })),
        ["capf.refuses-strangers"] = b => Capf(b, b.AddCapf(new CapfOrders(device => device == b.Name ? new() : null))),
        ["capf.unknown-device"] = b => Capf(b, b.AddCapf(new CapfOrders(device => Known(b).Find(device) ?? new() { Operation = CapfOperation.Install }))),
        ["tvs.vouches"] = b => Tvs(b, b.AddTvs(new())),
        ["tvs.refuses-strangers"] = b => Tvs(b, b.AddTvs(new() { VouchesForAll = true })),
    };

    /// <summary>Where the fault needs another phone than the 7962 with encryption on.</summary>
    public static CheckBench BenchFor(string check) => check switch
    {
        "https.trusted" => new("8845"),
        "config.present" or "config.well-formed" or "encryption.off" or "encryption.off-full" => new(encrypted: false),
        _ => new(),
    };

    private static CapfOrders Known(CheckBench bench) => new(device => device == bench.Name ? new() { Operation = CapfOperation.Fetch, Authentication = CapfAuthentication.ExistingLscFirst } : null);

    private static void Capf(CheckBench bench, Phone.Fetching.ServerEndPoint server) => bench.Change = target => target with { Capf = server };

    private static void Tvs(CheckBench bench, Phone.Fetching.ServerEndPoint server) => bench.Change = target => target with { Tvs = server };

    private static void NewDigest(CheckBench bench, string file, string name) =>
        (bench.Files[file], bench.Profile) = (bench.List(name, DigestAlgorithm.Sha512), bench.Profile with { Signing = bench.Profile.Signing with { Digests = [DigestAlgorithm.Sha1] } });

    private static byte[] WithThreeSast(CheckBench bench, string name) =>
        TrustListEdits.WithRoles(bench.List(name, DigestAlgorithm.Sha1, Others(2)), bench.Pki.Sast, (_, role) => role == TrustRole.AppServer ? TrustRole.Sast : role);

    private static TrustListEntry[] Others(int count) => [.. new[] { "CUCM", "CAPF", "TVS", "SAST" }.Take(count).Select(name => new TrustListEntry(TrustRole.AppServer, Vectors.Certificate(name)))];

    private static X509Certificate2 Expired()
    {
        using RSA key = RSA.Create(2048);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=old", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddYears(-3), now.AddDays(-1));
    }

    private static byte[] Replaced(byte[] xml, string what, string by) => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(xml).Replace(what, by, StringComparison.Ordinal));
}
