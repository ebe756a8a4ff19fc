using PhoneSim.Formats.Sip;
using PhoneSim.Network.Signalling;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Sip;

/// <summary>SIP over TCP or TLS on a stream, which it owns. The server's side in the lab uses it too.</summary>
public sealed class SipStreamChannel(Stream stream, ServerEndPoint local, TimeProvider time) : ISignallingChannel<SipMessage>
{
    private const int ReadAtOnce = 4096;

    private byte[] buffer = new byte[ReadAtOnce];
    private int filled;

    public ServerEndPoint Local => local;

    public bool IsReliable => true;

    public Task SendAsync(SipMessage message) => SendDeadline.SendAsync(token => stream.WriteAsync(message.Write(), token), time);

    public async Task<SipMessage> ReceiveAsync(CancellationToken cancellation)
    {
        while (true)
        {
            Drop(SipFraming.LeadingLineEnds(buffer.AsSpan(0, filled)));
            if (SipFraming.MessageLength(buffer.AsSpan(0, filled)) is { } length && length <= filled)
            {
                byte[] message = buffer[..length];
                Drop(length);
                return SipMessage.Parse(message);
            }

            await FillAsync(cancellation);
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task FillAsync(CancellationToken cancellation)
    {
        if (buffer.Length - filled < ReadAtOnce)
            Array.Resize(ref buffer, buffer.Length * 2); // SipFraming refuses what is longer than a message may be
        int read = await stream.ReadAsync(buffer.AsMemory(filled), cancellation);
        filled += read > 0 ? read : throw new EndOfStreamException("the connection was closed");
    }

    private void Drop(int count)
    {
        buffer.AsSpan(count, filled - count).CopyTo(buffer);
        filled -= count;
    }
}
