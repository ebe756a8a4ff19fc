using PhoneSim.Formats.Capf;
using PhoneSim.Network.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Lab.Capf;

/// <summary>The server's channel; it spoils what it sends as it is told.</summary>
internal sealed class MisbehavingChannel(Stream stream, CapfMisbehaviour misbehaviour, TimeProvider time) : ICapfChannel
{
    private static readonly byte[] Garbage = [.. Enumerable.Repeat<byte>(0xa5, 64)];

    private readonly CapfChannel channel = new(stream, time);
    private int sent;

    public async Task SendAsync(CapfMessage message, TimeSpan deadline, CancellationToken cancellation)
    {
        await Task.Delay(misbehaviour.Delay, time, cancellation);
        byte[] bytes = misbehaviour.SendsGarbage ? Garbage : Spoil(message);
        int cut = misbehaviour.SplitsMessages ? CapfMessage.HeaderLength : bytes.Length;
        await stream.WriteAsync(bytes.AsMemory(0, cut), cancellation);
        if (cut < bytes.Length)
            await stream.WriteAsync(bytes.AsMemory(cut), cancellation);
    }

    public Task<CapfMessage> ReceiveAsync(TimeSpan deadline, CancellationToken cancellation) => channel.ReceiveAsync(deadline, cancellation);

    public ValueTask DisposeAsync() => channel.DisposeAsync();

    private byte[] Spoil(CapfMessage message)
    {
        uint session = misbehaviour.ChangesSessionId && sent++ > 0 ? message.SessionId + 1 : message.SessionId;
        byte[] bytes = (message with { SessionId = session }).Write();
        if (misbehaviour.OversizeLengths)
            (bytes[6], bytes[7]) = (0xff, 0xff);
        return bytes;
    }
}
