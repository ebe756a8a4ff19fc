using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Phone.Tests.Enrolment;

/// <summary>Hands out messages one after the other; when there is none left, the connection is lost.</summary>
internal sealed class ScriptedChannel(params IEnumerable<Func<CapfMessage>> script) : ICapfChannel
{
    private readonly IEnumerator<Func<CapfMessage>> next = script.GetEnumerator();

    public List<CapfMessage> FromPhone { get; } = [];

    public static CapfMessage Hello => new CapfAuthRequest(3, CapfAuthType.None).ToMessage(5);

    public static CapfMessage KeyOrder => CapfKeySpec.Rsa(1024).ToRequest(5);

    public static CapfMessage Store(byte[] certificate) => new CapfStoreRequest(CapfCertificateType.Lsc, certificate).ToMessage(5);

    public static CapfMessage End(CapfReason reason) => CapfMessage.WithReason(CapfCommand.EndSession, 5, reason);

    public byte[] PublicKey => FromPhone.Last(message => message.Command == CapfCommand.KeyGenerateResponse).Require(CapfTag.PublicKey).Value.ToArray();

    public Task SendAsync(CapfMessage message, TimeSpan deadline, CancellationToken cancellation)
    {
        FromPhone.Add(message);
        return Task.CompletedTask;
    }

    public Task<CapfMessage> ReceiveAsync(TimeSpan deadline, CancellationToken cancellation) =>
        next.MoveNext() ? Task.FromResult(next.Current()) : throw new IOException("the connection was closed");

    public ValueTask DisposeAsync()
    {
        next.Dispose();
        return ValueTask.CompletedTask;
    }
}
