using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Enrolment;

/// <summary>How a session, or a whole enrolment with its retries, ended.</summary>
/// <param name="Phase">The last one entered.</param>
/// <param name="Why">One phrase for people, without a full stop; server text in it is harmless to print.</param>
public sealed record CapfResult(CapfOutcome Outcome, CapfOperation Operation, CapfPhase Phase, CapfSide Side, string Why)
{
    /// <summary>New LSC with its private key; only with <see cref="CapfOutcome.Stored"/>.</summary>
    public DeviceCertificate? Certificate { get; init; }

    /// <summary>Reason element of the refusal, sent or received; null: refused without one.</summary>
    public CapfReason? Reason { get; init; }

    /// <summary>What stands for the reason in <see cref="Word"/> when there is no number.</summary>
    public string RefusalWord { get; init; } = "aborted";

    /// <summary>What RETRY LATER asked for; null: it named no delay.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>END SESSION 7 right after the AUTH response: how a server says that the string is wrong.</summary>
    public bool LooksLikeWrongString => this is { Outcome: CapfOutcome.Refused, Side: CapfSide.Server, Phase: CapfPhase.AwaitingOrder, Operation: CapfOperation.None, Reason: CapfReason.Refused };

    /// <summary>As in <c>capf[].operation</c> of shared/spec/cli.md.</summary>
    public string OperationWord => Operation switch
    {
        CapfOperation.Install => "install",
        CapfOperation.Fetch => "fetch",
        CapfOperation.Delete => "delete",
        _ => "none",
    };

    /// <summary>As in <c>capf[].result</c> of shared/spec/cli.md.</summary>
    public string Word => Outcome switch
    {
        CapfOutcome.Stored => "stored",
        CapfOutcome.Deleted => "deleted",
        CapfOutcome.Fetched => "fetched",
        CapfOutcome.NoOperation => "no-operation",
        CapfOutcome.Refused => $"refused-{(Reason is { } reason ? ((byte)reason).ToString(System.Globalization.CultureInfo.InvariantCulture) : RefusalWord)}",
        CapfOutcome.RetryLater => "refused-retry-later",
        CapfOutcome.UntrustedServer => "untrusted-server",
        CapfOutcome.ProtocolError => "protocol-error",
        _ => "unreachable",
    };
}
