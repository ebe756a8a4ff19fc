using PhoneSim.Formats.Sccp;
using PhoneSim.Network.Signalling;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Registration;

namespace PhoneSim.Network.Sccp;

/// <summary>SCCP messages on a stream, which it owns. The server's side in the lab uses it too.</summary>
public sealed class SccpChannel(Stream stream, ServerEndPoint local, TimeProvider time) : ISignallingChannel<SccpMessage>
{
    public ServerEndPoint Local => local;

    public bool IsReliable => true;

    public Task SendAsync(SccpMessage message) => SendDeadline.SendAsync(token => stream.WriteAsync(message.Write(), token), time);

    public async Task<SccpMessage> ReceiveAsync(CancellationToken cancellation) =>
        SccpMessage.Parse(await FramedMessage.ReadAsync(stream, SccpMessage.HeaderLength, header => SccpMessage.ReadBodyLength(header), cancellation));

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
