using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Cli.Output;

/// <summary>A boot in one line: how it ended and why.</summary>
internal static class BootSummary
{
    public static string Of(BootReport report) =>
        $"{report.Device} ({report.Profile}): {BootReportJson.Word(report.Outcome)}, {Why(report)}; {Counted(report.Findings.Requests.Count, "request")}, {Counted(report.Findings.Resets, "reset")}, {report.Duration.TotalMilliseconds:0} ms";

    private static string Why(BootReport report) => report.Outcome switch
    {
        _ when report.State is not (BootState.Ready or BootState.Stopped or BootState.AwaitingAuthString) => $"stopped in state {report.State}",
        BootOutcome.WaitingForAuthString => "CAPF wants the authentication string, --auth-string DIGITS gives it",
        BootOutcome.DecryptFailed => $"{Undecrypted(report.Findings.Configuration)}{Kept(report)}",
        BootOutcome.Rejected => $"{Refused(report.Findings)}{Kept(report)}",
        BootOutcome.NoConfig => "no server has a configuration for this phone",
        BootOutcome.Unreachable => Unreachable(report.Findings),
        BootOutcome.Minimal => $"{InUse(report)}, and no full configuration can be had{Capf(report.Findings)}",
        _ => InUse(report),
    };

    private static string InUse(BootReport report) => report.Findings switch
    {
        { FromFlash: true } findings => $"uses {report.Flash.Configuration!.FileName} from flash, since nothing usable came: {LastAnswer(findings)}",
        { Configuration: { } found } => $"{(found.Encrypted ? "decrypted" : "read")} {found.File}, signature {found.Signature.Word}",
        _ => "nothing was read",
    };

    private static string Undecrypted(ConfigurationFinding? finding) => finding is { Decryption: { } verdict } ? $"cannot decrypt {finding.File} with {EventText.Name(finding.Key)}: {verdict.Reason}" : "nothing was decrypted";

    private static string Refused(BootFindings findings) => findings switch
    {
        { RegistrationFailure: not null } => "the call manager refuses to register it",
        { Configuration: { Malformed: { } malformed } found } => $"discarded {found.File}: {malformed}",
        { Configuration: { } found } => $"refused {found.File}, signature {found.Signature.Word}: {found.Signature.Reason}",
        _ => LastAnswer(findings),
    };

    private static string Unreachable(BootFindings findings) => findings.RegistrationFailure is null ? LastAnswer(findings) : "no call manager answers";

    private static string Kept(BootReport report) => report.Findings.FromFlash ? $"; keeps {report.Flash.Configuration!.FileName}" : "";

    private static string Capf(BootFindings findings) => findings.Capf is [.., (_, var last)] ? $"; CAPF {last.Word}: {last.Why}" : "";

    private static string LastAnswer(BootFindings findings) => findings.Requests is [.., var last]
        ? $"{last.File} from {last.Server}: {last.Result.AnswerText}{(last.Result.Detail is { } detail ? $" ({detail})" : "")}"
        : "nobody was asked";

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
