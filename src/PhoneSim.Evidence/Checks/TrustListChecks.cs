using System.Security.Cryptography;
using PhoneSim.Evidence.Inspection;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Evidence.Checks;

/// <summary>CTL and ITL: what a phone believes, and from then on judges everything by.</summary>
internal static class TrustListChecks
{
    private const string Keeps = "refuses the list, keeps the one in flash, shows Trust List update failed";

    public static IReadOnlyList<Check> All { get; } =
    [
        new("itl.present", "boot.md 2; seed, Prerequisites", "an ITL, the phone's own or ITLFile.tlv", "without a list it asks plain names and takes unsigned files", c => !c.Profile.Trust.AsksItl
            ? CheckOutcome.Skip($"a {c.Profile.Name} asks for no ITL; --profile names another") : CheckOutcome.Of(c.Itl.Answer == FetchAnswer.Ok, c.Itl.AnswerText)),
        .. Of("itl", c => c.Itl),
        new("itl.tftp-role", "files.md 2", "a record of role TFTP or CCM+TFTP with its certificate", "cannot judge configuration files, and asks plain names", c => WithItl(c, list =>
            CheckOutcome.Of(list.Records.Any(r => r.Role is TrustRole.Tftp or TrustRole.CcmTftp && !r.Certificate.IsEmpty), Roles(list)))),
        new("itl.tvs-role", "tvs.md", "a record of role TVS, when the configuration names TVS servers", "trusts no TVS, so an unknown certificate stays unknown", c => WithItl(c, list =>
            c.TvsServer is null ? CheckOutcome.Skip("the configuration names no TVS server") : CheckOutcome.Of(list.Records.Any(r => r.Role == TrustRole.Tvs), Roles(list)))),
        new("trust.capf-role", "capf.md; seed, CAPF", "a record of role CAPF in CTL or ITL, when the configuration names CAPF servers", "asks TVS about the server; without it, enrols nowhere", c =>
            c.CapfServer is null ? CheckOutcome.Skip("the configuration names no CAPF server") : c.ItlList is null && c.CtlList is null ? CheckOutcome.Skip("there is no trust list")
                : CheckOutcome.Of(new[] { c.CtlList, c.ItlList }.OfType<TrustList>().Any(l => l.Records.Any(r => r.Role == TrustRole.Capf)), "roles: " + string.Join("; ", new[] { c.CtlList, c.ItlList }.OfType<TrustList>().Select(Roles)))),
        new("trust.lists-agree", "boot.md 2", "CTL and ITL name the same TFTP certificate", "takes files of either signer", c => c.CtlList is not { } ctl || c.ItlList is not { } itl
            ? CheckOutcome.Skip("there are not both lists") : TftpCertificates(ctl).Count == 0 || TftpCertificates(itl).Count == 0 ? CheckOutcome.Skip("one of them has no TFTP certificate") : CheckOutcome.Of(TftpCertificates(ctl).Intersect(TftpCertificates(itl)).Any(), $"{TftpCertificates(ctl).Count} in the CTL, {TftpCertificates(itl).Count} in the ITL")),
        .. Of("ctl", c => c.Ctl),
        new("ctl.ccm-role", "files.md 2", "a record of role CCM or CCM+TFTP", "cannot register over TLS", c => List(c.Ctl) is not { } list
            ? CheckOutcome.Skip("there is no CTL (outside mixed mode there is none)") : CheckOutcome.Of(list.Records.Any(r => r.Role is TrustRole.Ccm or TrustRole.CcmTftp), Roles(list))),
    ];

    private static IEnumerable<Check> Of(string name, Func<CheckContext, FetchResult> file) =>
    [
        new($"{name}.well-formed", "files.md 1, 2", "header and records can be read", Keeps, c => file(c).Answer != FetchAnswer.Ok
            ? Absent(name) : CheckContext.WhyMalformed(() => TrustList.Parse(file(c).Content)) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Pass($"{file(c).Content.Length} bytes")),
        new($"{name}.size", "boot.md 2", "no larger than the phone takes", Keeps, c => file(c).Answer != FetchAnswer.Ok
            ? Absent(name) : CheckOutcome.Of(file(c).Content.Length <= c.Profile.Trust.SizeLimit, $"{file(c).Content.Length} bytes, {c.Profile.Trust.SizeLimit} allowed")),
        new($"{name}.signer-is-sast", "files.md 2", "the signer is one of its SAST records", Keeps, c => With(c, file, name, list =>
            CheckOutcome.Of(list.FindSigner() is not null, $"signed by {list.File.Header.SignerName}, serial {Convert.ToHexStringLower(list.File.Header.SignerSerial.Span)}"))),
        new($"{name}.signature", "files.md 1", "its signature holds", Keeps, c => With(c, file, name, list => list.FindSigner() is not { } signer
            ? CheckOutcome.Skip("its signer is no SAST record") : CheckOutcome.Of(TrustListJudge.Holds(list, signer), $"{list.File.Header.Digest?.Word}, {list.File.Header.ModulusBits} bits"))),
        new($"{name}.digest", "files.md 1; seed, SHA-512", "a digest this load verifies", Keeps, c => With(c, file, name, list =>
            CheckOutcome.Of(list.File.Header.Digest is { } digest && c.Profile.Signing.Digests.Contains(digest), $"{list.File.Header.Digest?.Word}; the load verifies {string.Join(", ", c.Profile.Signing.Digests.Select(d => d.Word))}"))),
        new($"{name}.sast-count", "files.md 2", "no more SAST records than the load allows", Keeps, c => With(c, file, name, list =>
            CheckOutcome.Of(list.Records.Count(r => r.Role == TrustRole.Sast) <= c.Profile.Trust.MaxSastRecords, $"{list.Records.Count(r => r.Role == TrustRole.Sast)}, {c.Profile.Trust.MaxSastRecords} allowed"))),
        new($"{name}.certificates", "files.md 2", "every certificate can be read and is its record's", "does not trust that record", c => With(c, file, name, list =>
            list.Records.Select(RecordCertificates.WhyNotItsOwn).FirstOrDefault(why => why is not null) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Pass($"{list.Records.Count} records"))),
        new($"{name}.in-date", "X.509", "every certificate is within its validity", "many loads do not look; TLS servers are refused", c => With(c, file, name, list =>
            list.Records.Select(r => RecordCertificates.WhyOutOfDate(r, c.Target.Time.GetUtcNow())).FirstOrDefault(why => why is not null) is { } why ? CheckOutcome.Fail(why) : CheckOutcome.Pass("all are"))),
        new($"{name}.name", "files.md 1", "the header names the file it is", "some loads refuse a file of another name", c => With(c, file, name, list => list.File.Header.FileName is not { } written
            ? CheckOutcome.Skip("the header has no name") : CheckOutcome.Of(written.StartsWith(name, StringComparison.OrdinalIgnoreCase), written))),
    ];

    private static CheckOutcome Absent(string name) => CheckOutcome.Skip($"there is no {name.ToUpperInvariant()}");

    private static CheckOutcome With(CheckContext context, Func<CheckContext, FetchResult> file, string name, Func<TrustList, CheckOutcome> check) =>
        List(file(context)) is { } list ? check(list) : Absent(name);

    private static CheckOutcome WithItl(CheckContext context, Func<TrustList, CheckOutcome> check) => With(context, c => c.Itl, "itl", check);

    private static TrustList? List(FetchResult file) => file.Answer == FetchAnswer.Ok ? CheckContext.Read(() => TrustList.Parse(file.Content)) : null;

    private static string Roles(TrustList list) => string.Join(", ", list.Records.Select(r => r.Role));

    private static HashSet<string> TftpCertificates(TrustList list) =>
        [.. list.Records.Where(r => r.Role is TrustRole.Tftp or TrustRole.CcmTftp && !r.Certificate.IsEmpty).Select(r => Convert.ToHexString(SHA256.HashData(r.Certificate.Span)))];
}
