using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>
/// Non-INVITE transactions of a client (RFC 3261 section 17.1.2) over one channel, and the server's requests between and during them. Linear: whoever waits reads the channel.
/// </summary>
internal sealed class SipSession(
    ISignallingChannel<SipMessage> channel, RegistrationSettings settings, TimeProvider time, SipRequestHandler handler, Action<RegistrationCommand> commanded) : IAsyncDisposable
{
    private readonly MessageInbox<SipMessage> inbox = new(channel, time);

    /// <summary>The final answer; null: none within <paramref name="patience"/>.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="Formats.MalformedDataException"/>
    public async Task<SipResponse?> AskAsync(SipRequest request, TimeSpan patience, CancellationToken cancellation)
    {
        Deadline deadline = new(time, patience);
        TimeSpan interval = settings.T1;
        await channel.SendAsync(request);
        Deadline repeat = new(time, interval);
        while (deadline.Left > TimeSpan.Zero)
        {
            TimeSpan wait = channel.IsReliable || deadline.Left < repeat.Left ? deadline.Left : repeat.Left;
            SipMessage? message = wait == TimeSpan.Zero ? null : await inbox.NextAsync(wait, cancellation);
            if (message is SipResponse response && IsFor(request, response))
            {
                if (!response.IsProvisional)
                    return response;
                interval = settings.T2;
            }
            else if (message is SipRequest incoming)
                await ReactAsync(incoming);

            if (channel.IsReliable || repeat.Left > TimeSpan.Zero || deadline.Left == TimeSpan.Zero)
                continue;
            await channel.SendAsync(request);
            interval = interval * 2 < settings.T2 ? interval * 2 : settings.T2;
            repeat = new(time, interval);
        }

        return null;
    }

    /// <summary>Answers requests for so long.</summary>
    /// <exception cref="IOException"/>
    /// <exception cref="Formats.MalformedDataException"/>
    public async Task ListenAsync(TimeSpan duration, CancellationToken cancellation)
    {
        for (Deadline deadline = new(time, duration); deadline.Left > TimeSpan.Zero;)
            if (await inbox.NextAsync(deadline.Left, cancellation) is SipRequest request)
                await ReactAsync(request);
    }

    public ValueTask DisposeAsync() => inbox.DisposeAsync();

    private async Task ReactAsync(SipRequest request)
    {
        SipReaction reaction = handler.React(request);
        if (reaction.Response is { } response)
            await channel.SendAsync(response);
        if (reaction.Command is { } command)
            commanded(command);
    }

    private static bool IsFor(SipRequest request, SipResponse response) => response.Branch == request.Branch && response.Sequence == request.Sequence;
}
