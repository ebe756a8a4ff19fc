using System.Net.Sockets;

namespace PhoneSim.Evidence.Checks;

/// <summary>All checks, and the way through them. Nothing on the server is changed unless the target allows it.</summary>
public static class CheckSuite
{
    public static IReadOnlyList<Check> All { get; } = [.. TftpChecks.All, .. TrustListChecks.All, .. ConfigurationChecks.All, .. ServerChecks.All];

    public static bool Knows(string idOrGroup) => All.Any(check => check.Id == idOrGroup || check.Group == idOrGroup);

    /// <param name="only">Ids or groups; empty: all.</param>
    public static IEnumerable<Check> Select(IReadOnlyCollection<string> only) => All.Where(check => only.Count == 0 || only.Contains(check.Id) || only.Contains(check.Group));

    /// <param name="only">Ids or groups; empty: all.</param>
    /// <param name="seen">Told of each result as it comes.</param>
    public static async Task<CheckRun> RunAsync(CheckTarget target, IReadOnlyCollection<string> only, Action<CheckResult>? seen, CancellationToken cancellation)
    {
        (DateTimeOffset began, long started) = (target.Time.GetUtcNow(), target.Time.GetTimestamp());
        CheckContext context = await CheckContext.OpenAsync(target, cancellation);
        List<CheckResult> results = [];
        foreach (Check check in Select(only))
        {
            CheckResult result = await RunAsync(check, context, cancellation);
            results.Add(result);
            if (result.Verdict == CheckVerdict.Fail)
                context.Failed.Add(check.Id);
            seen?.Invoke(result);
        }

        return new(began, target.Time.GetElapsedTime(started), results, context.Exchanges, context.Files);
    }

    private static async Task<CheckResult> RunAsync(Check check, CheckContext context, CancellationToken cancellation)
    {
        if (!context.ServerAnswers && check.Id != TftpChecks.Answers)
            return new(check, CheckOutcome.Skip("the TFTP server does not answer"), TimeSpan.Zero);
        long started = context.Target.Time.GetTimestamp();
        CheckOutcome outcome;
        try
        {
            outcome = await check.RunAsync(context, cancellation);
        }
        catch (SocketException e)
        {
            outcome = CheckOutcome.Fail(e.Message);
        }

        return new(check, outcome, context.Target.Time.GetElapsedTime(started));
    }
}
