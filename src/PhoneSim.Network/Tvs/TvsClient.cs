using PhoneSim.Formats;
using PhoneSim.Formats.Tvs;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Network.Tvs;

/// <summary>TVS over TLS, port 2445 unless the configuration says otherwise (shared/spec/tvs.md).</summary>
/// <param name="certificate">What the phone shows when the server asks: LSC, else MIC, as of now.</param>
public sealed class TvsClient(TlsConnector tls, TimeProvider time, Func<DeviceCertificate?> certificate) : ITvsTransport
{
    public const int DefaultPort = 2445;

    public async Task<TvsExchange> AskAsync(TvsCall call, ServerCertificateJudge judge, CancellationToken cancellation)
    {
        using CancellationTokenSource deadline = new(call.Deadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, deadline.Token);
        TlsResult result = await tls.ConnectAsync(new(call.Server, judge, call.Deadline) { ClientCertificate = certificate() }, cancellation);
        if (result.Connection is not { } connection)
            return new(TvsExchangeOutcome.CannotConnect, null, result.Why);
        await using (connection)
            return await AskAsync(connection.Stream, call, either.Token, cancellation);
    }

    private static async Task<TvsExchange> AskAsync(Stream stream, TvsCall call, CancellationToken either, CancellationToken cancellation)
    {
        try
        {
            await stream.WriteAsync(call.Question.Write(), either);
            byte[] answer = await FramedMessage.ReadAsync(stream, TvsMessage.HeaderLength, header => TvsMessage.ReadBodyLength(header), either);
            return new(TvsExchangeOutcome.Answered, TvsMessage.Parse(answer), "");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return NoAnswer($"no answer within {call.Deadline.TotalSeconds} s");
        }
        catch (Exception e) when (e is IOException or MalformedDataException)
        {
            return NoAnswer(Printable.Text(e.Message, 200));
        }
    }

    private static TvsExchange NoAnswer(string why) => new(TvsExchangeOutcome.NoAnswer, null, why);
}
