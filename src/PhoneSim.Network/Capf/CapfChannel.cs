using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Network.Capf;

/// <summary>CAPF messages over a stream, which it owns. The server's side in the lab uses it too.</summary>
public sealed class CapfChannel(Stream stream, TimeProvider time) : ICapfChannel
{
    public Task SendAsync(CapfMessage message, TimeSpan deadline, CancellationToken cancellation) =>
        WithinAsync(deadline, async token => { await stream.WriteAsync(message.Write(), token); return message; }, cancellation);

    public Task<CapfMessage> ReceiveAsync(TimeSpan deadline, CancellationToken cancellation) =>
        WithinAsync(deadline, async token => CapfMessage.Parse(await FramedMessage.ReadAsync(stream, CapfMessage.HeaderLength, header => CapfMessage.ReadBodyLength(header), token)), cancellation);

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<CapfMessage> WithinAsync(TimeSpan deadline, Func<CancellationToken, Task<CapfMessage>> work, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"no whole message within {deadline.TotalSeconds} s");
        }
    }
}
