using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Trust;

/// <summary>Verdicts on certificates: CTL and ITL in flash, and TVS for what they do not know. TVS servers themselves are judged by the ITL alone.</summary>
/// <param name="flash">The contents as of now.</param>
/// <param name="tvs">Null: TVS is not asked.</param>
public sealed class TvsBackedTrust(Func<FlashContents> flash, TvsVerifier? tvs, TimeProvider time)
{
    /// <summary>Asked instead of the members that the configuration in flash names; null: those.</summary>
    public IReadOnlyList<ServerEndPoint>? Members { get; init; }

    /// <summary>Called with each answer about a server: whose certificate it is, and what TVS says. From whatever thread the judge runs on.</summary>
    public Action<string, TvsVerdict>? Answered { get; init; }

    /// <summary>A judge of servers that need one of these roles: CAPF for enrolment, CCM or CCM+TFTP for signalling …</summary>
    public ServerCertificateJudge ServersWith(params TrustRole[] roles) => (certificate, cancellation) => JudgeAsync(certificate, roles, cancellation);

    /// <summary>What TVS says of a certificate that no trust list knows.</summary>
    public Task<TvsVerdict> AskTvsAsync(ReadOnlyMemory<byte> certificate, CancellationToken cancellation) =>
        tvs?.VerifyAsync(certificate, InFlash(), cancellation) ?? Task.FromResult(Nobody);

    /// <summary>What TVS says of a file's signer that no trust list knows, by its names.</summary>
    public Task<TvsVerdict> AskTvsAsync(FileHeader signer, CancellationToken cancellation) =>
        tvs?.FindSignerAsync(signer, InFlash(), cancellation) ?? Task.FromResult(Nobody);

    private static TvsVerdict Nobody { get; } = new(TvsStatus.NoAnswer, [], "nobody else is asked");

    private TvsMembers InFlash() => new(Members ?? MembersInFlash(), (shown, _) => Task.FromResult(JudgeTvs(shown)));

    private async Task<ServerCertificateVerdict> JudgeAsync(ReadOnlyMemory<byte> certificate, TrustRole[] roles, CancellationToken cancellation)
    {
        if (WhyUnusable(certificate) is { } why)
            return new(false, why);
        TrustStore store = new(flash());
        if (roles.Any(role => store.Knows(certificate.Span, role)))
            return new(true, $"a trust list in flash knows it as {Words(roles)}");
        TvsVerdict verdict = await AskTvsAsync(certificate, cancellation);
        if (tvs is not null && !verdict.FromCache)
            Answered?.Invoke($"{Subject(certificate)} as {Words(roles)}", verdict);
        return verdict.Vouches(roles)
            ? new(true, verdict.Why)
            : new(false, $"no trust list in flash knows {Subject(certificate)} as {Words(roles)}; {verdict.Why}");
    }

    private ServerCertificateVerdict JudgeTvs(ReadOnlyMemory<byte> certificate) =>
        WhyUnusable(certificate) is { } why ? new(false, why)
        : flash().Itl is { } itl && itl.Records.Any(record => record.Role == TrustRole.Tvs && record.Certificate.Span.SequenceEqual(certificate.Span)) ? new(true, "the ITL knows it as TVS")
        : new(false, $"the ITL does not know {Subject(certificate)} as TVS");

    /// <summary>Null: an X.509 certificate within its validity.</summary>
    private string? WhyUnusable(ReadOnlyMemory<byte> der)
    {
        try
        {
            using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der.Span);
            DateTime now = time.GetUtcNow().UtcDateTime;
            return now < certificate.NotBefore.ToUniversalTime() ? $"the certificate is valid from {certificate.NotBefore.ToUniversalTime():u} on"
                : now > certificate.NotAfter.ToUniversalTime() ? $"the certificate expired at {certificate.NotAfter.ToUniversalTime():u}"
                : null;
        }
        catch (CryptographicException e)
        {
            return $"no certificate: {Printable.Text(e.Message, 200)}";
        }
    }

    private static string Words(TrustRole[] roles) => string.Join(" or ", roles.Select(role => role.Word));

    private static string Subject(ReadOnlyMemory<byte> der)
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(der.Span);
        return Printable.Text(certificate.Subject, 100);
    }

    private IReadOnlyList<ServerEndPoint> MembersInFlash() =>
        [.. (flash().Configuration?.Configuration.TvsServers ?? []).Select(server => new ServerEndPoint(server.Host, server.Port))];
}
