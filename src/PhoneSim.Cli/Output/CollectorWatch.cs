namespace PhoneSim.Cli.Output;

/// <summary>Says when a collector stops taking metrics and why, and when it takes them again: a line each, not one an export. Used by one thread at a time.</summary>
internal sealed class CollectorWatch(Uri collector, TextWriter error) : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>The last export failed, and that was said.</summary>
    public bool HasFailed { get; private set; }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Look(base.Send(request, cancellationToken));
        }
        catch (Exception e) when (Reason(e) is { } why)
        {
            Fail(why);
            throw;
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return Look(await base.SendAsync(request, cancellationToken));
        }
        catch (Exception e) when (Reason(e) is { } why)
        {
            Fail(why);
            throw;
        }
    }

    /// <summary>Null: a defect, not the collector.</summary>
    private static string? Reason(Exception e) => e switch
    {
        HttpRequestException => e.Message,
        OperationCanceledException => "no answer in time",
        _ => null,
    };

    private HttpResponseMessage Look(HttpResponseMessage answer)
    {
        if (!answer.IsSuccessStatusCode)
            Fail($"HTTP {(int)answer.StatusCode}");
        else if (HasFailed)
        {
            error.WriteLine($"phonesim: {collector} takes the metrics again");
            HasFailed = false;
        }

        return answer;
    }

    private void Fail(string why)
    {
        if (!HasFailed)
            error.WriteLine($"phonesim: {collector} did not take the metrics: {why}");
        HasFailed = true;
    }
}
