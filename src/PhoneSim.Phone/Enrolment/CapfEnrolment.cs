using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Enrolment;

/// <summary>An enrolment with its servers and retries; nothing is stored here.</summary>
public sealed class CapfEnrolment(ICapfConnector connector, CapfSessionParts parts)
{
    private readonly CapfOptions options = parts.Options;

    /// <exception cref="OperationCanceledException">Only when <paramref name="cancellation"/> was cancelled.</exception>
    public async Task<CapfResult> EnrolAsync(CapfRequest request, CancellationToken cancellation)
    {
        if (WhyNotAtAll(request) is { } refusal)
            return refusal;
        for (int attempt = 0; ; attempt++)
        {
            CapfResult result = await AttemptAsync(request, cancellation);
            if (attempt == (request.Retries ?? options.Retries) || WaitAfter(result) is not { } wait)
                return result;
            parts.Observer?.OnStep(new(CapfPhase.WaitingToRetry));
            await Task.Delay(wait, parts.Time, cancellation);
        }
    }

    private static CapfResult? WhyNotAtAll(CapfRequest request) => request switch
    {
        { Servers: [] } => NotStarted(CapfOutcome.Unreachable, "no CAPF server is named"),
        { Identity: { NeedsCertificate: true, ProofCertificate: null } } => NotStarted(CapfOutcome.Refused, "there is no certificate to authenticate with") with { RefusalWord = "no-certificate" },
        _ => null,
    };

    private static CapfResult NotStarted(CapfOutcome outcome, string why) => new(outcome, CapfOperation.None, CapfPhase.Preparing, CapfSide.Phone, why);

    private TimeSpan? WaitAfter(CapfResult result) => result switch
    {
        { Outcome: CapfOutcome.Unreachable } => options.RetryInterval,
        { Outcome: CapfOutcome.RetryLater, RetryAfter: { } asked } => asked < options.RetryLaterCap ? asked : options.RetryLaterCap,
        { Outcome: CapfOutcome.RetryLater } => options.RetryInterval,
        _ => null,
    };

    private async Task<CapfResult> AttemptAsync(CapfRequest request, CancellationToken cancellation)
    {
        CapfResult result = NotStarted(CapfOutcome.Unreachable, "");
        foreach (ServerEndPoint server in request.Servers)
        {
            result = await VisitAsync(server, request, cancellation);
            if (result.Outcome != CapfOutcome.Unreachable)
                break;
        }
        return result;
    }

    private async Task<CapfResult> VisitAsync(ServerEndPoint server, CapfRequest request, CancellationToken cancellation)
    {
        parts.Observer?.OnStep(new(CapfPhase.Connecting));
        CapfConnection connection = await connector.ConnectAsync(server, request.Judge, options.ConnectDeadline, cancellation);
        if (connection.Channel is not { } channel)
            return new(connection.Failure ?? CapfOutcome.Unreachable, CapfOperation.None, CapfPhase.Connecting, CapfSide.Server, $"{server}: {connection.Why}");
        await using (channel)
            return await new CapfSession(channel, request.Identity, parts).RunAsync(cancellation);
    }
}
