using PhoneSim.Formats.Capf;
using PhoneSim.Formats.Tlv;
using PhoneSim.Lab.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

/// <summary>A server that says what it said in a transcript, and holds the phone to its part: the same elements in the same order, equal but for keys, certificates and
/// signatures, whose values are replaced on both sides before they are compared. The LSC it hands out is issued for the key the phone made.</summary>
internal sealed class TranscriptChannel(Transcript transcript, CapfAuthority authority) : ICapfChannel
{
    private static readonly CapfTag[] Unpredictable = [CapfTag.Certificate, CapfTag.SignedData, CapfTag.PublicKey, CapfTag.SudiData, CapfTag.Sha2SignedData];

    private readonly Queue<TranscriptMessage> left = new(transcript.Messages);

    public List<CapfMessage> FromPhone { get; } = [];

    public bool IsFinished => left.Count == 0;

    public Task SendAsync(CapfMessage message, TimeSpan deadline, CancellationToken cancellation)
    {
        TranscriptMessage expected = left.Dequeue();
        Assert.True(expected.FromPhone, "the phone spoke where the server should");
        Assert.Equal(Describe(CapfMessage.Parse(expected.Bytes)), Describe(CapfMessage.Parse(message.Write())));
        FromPhone.Add(message);
        return Task.CompletedTask;
    }

    public Task<CapfMessage> ReceiveAsync(TimeSpan deadline, CancellationToken cancellation)
    {
        TranscriptMessage next = left.Dequeue();
        Assert.False(next.FromPhone, "the phone waits where it should speak");
        CapfMessage message = CapfMessage.Parse(next.Bytes);
        return Task.FromResult(message.Command == CapfCommand.StoreCertificateRequest ? Reissue(message) : message);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private CapfMessage Reissue(CapfMessage message)
    {
        TlvElement key = FromPhone[^1].Require(CapfTag.PublicKey);
        return (CapfStoreRequest.Read(message) with { Certificate = authority.Issue("SEP001122334455", key.Value.Span) }).ToMessage(message.SessionId);
    }

    private static string Describe(CapfMessage message) =>
        $"{message.Command} {message.SessionId} " + string.Join(' ', message.Elements.Select(element => $"{element.Tag}:{(Unpredictable.Contains((CapfTag)element.Tag) ? "…" : Convert.ToHexString(element.Value.Span))}"));
}
