using System.Net;
using System.Security.Cryptography.X509Certificates;
using PhoneSim.Formats.SignedFiles;
using PhoneSim.Formats.Tlv;
using PhoneSim.Formats.TrustLists;
using PhoneSim.Formats.Tvs;
using PhoneSim.Lab.Tls;
using PhoneSim.Network;

namespace PhoneSim.Lab.Tvs;

/// <summary>The lab's TVS: answers VERIFY and (by the inferred layout) QUERY, one question after the other. To a name that is no phone's it answers nothing, as the open server does.</summary>
public sealed class TvsServer : ILabService
{
    private static readonly byte[] Garbage = [.. Enumerable.Repeat<byte>(0xa5, 64)];

    private readonly TvsServerOptions options;
    private readonly TimeProvider time;
    private readonly LabTlsServer server;

    /// <param name="endPoint">Port 0: any free one.</param>
    public TvsServer(IPEndPoint endPoint, TvsServerOptions options, LabTlsOptions tls, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        server = new(endPoint, new LabTlsAcceptor(options.Certificate, tls, time), new(ServeAsync, e => options.Ended?.Invoke(e), time));
    }

    public IPEndPoint EndPoint => server.EndPoint;

    public int Connections => server.Connections;

    public ValueTask DisposeAsync() => server.DisposeAsync();

    private async Task ServeAsync(Stream stream, CancellationToken cancellation)
    {
        while (!options.Misbehaviour.Closes)
        {
            TvsMessage question = await ReceiveAsync(stream, cancellation);
            await Task.Delay(options.Misbehaviour.Delay, time, cancellation);
            await SendAsync(stream, options.Misbehaviour.SendsGarbage ? Garbage : Answer(question).Write(), cancellation);
        }
    }

    private async Task<TvsMessage> ReceiveAsync(Stream stream, CancellationToken cancellation)
    {
        using CancellationTokenSource patience = new(options.MessageDeadline, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        return TvsMessage.Parse(await FramedMessage.ReadAsync(stream, TvsMessage.HeaderLength, header => TvsMessage.ReadBodyLength(header), either.Token));
    }

    private static bool IsPhone(string name) => name.StartsWith("CP-", StringComparison.Ordinal) && name.Contains("-SEP", StringComparison.Ordinal);

    private async Task SendAsync(Stream stream, byte[] bytes, CancellationToken cancellation)
    {
        int cut = options.Misbehaviour.SplitsMessages ? TvsMessage.HeaderLength : bytes.Length;
        await stream.WriteAsync(bytes.AsMemory(0, cut), cancellation);
        if (cut < bytes.Length)
            await stream.WriteAsync(bytes.AsMemory(cut), cancellation);
    }

    private TvsMessage Answer(TvsMessage question)
    {
        TlvElement name = question.Require(TvsTag.DeviceName);
        string device = TvsDeviceName.Read(name);
        if (!IsPhone(device))
            throw name.Malformed("CP-<model>-SEP<MAC> expected");
        bool isQuery = question.Command == TvsCommand.QueryRequest;
        TvsEntry? entry = isQuery ? Find(TvsQueryRequest.Read(question)) : Find(TvsVerifyRequest.Read(question));
        if (options.Misbehaviour.VouchesForAll)
            entry ??= new(default, [TrustRole.CcmTftp]);
        TvsAnswer answer = entry is null || options.Misbehaviour.Denies ? TvsAnswer.Invalid : new(true, entry.Roles, entry.TimeToLive, isQuery ? entry.Certificate : default);
        options.Seen?.Invoke(new(device, question.Command, answer.IsValid));
        uint session = options.Misbehaviour.ChangesSessionId ? question.SessionId + 1 : question.SessionId;
        return answer.ToMessage(isQuery ? TvsCommand.QueryResponse : TvsCommand.VerifyResponse, session);
    }

    private TvsEntry? Find(TvsVerifyRequest question) =>
        options.Directory.Entries.FirstOrDefault(entry => entry.Certificate.Span.SequenceEqual(question.Certificate.Span));

    private TvsEntry? Find(TvsQueryRequest question) => options.Directory.Entries.FirstOrDefault(entry =>
    {
        using X509Certificate2 certificate = X509CertificateLoader.LoadCertificate(entry.Certificate.Span);
        return CertificateNames.SerialNumber(certificate).Span.SequenceEqual(question.SerialNumber.Span);
    });
}
