using PhoneSim.Phone.Trust;

namespace PhoneSim.TestSupport;

/// <summary>Verdicts on server certificates, ready made.</summary>
public static class Judges
{
    public static ServerCertificateJudge TrustAll { get; } = (_, _) => Task.FromResult(new ServerCertificateVerdict(true, "trusted by the test"));

    public static ServerCertificateJudge TrustNone { get; } = (_, _) => Task.FromResult(new ServerCertificateVerdict(false, "unknown certificate"));
}
