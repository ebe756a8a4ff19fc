using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Loop;
using PhoneSim.Formats.Tftp;
using PhoneSim.Network;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Tftp;

/// <summary>One read transfer: what came from the socket goes into the exchange, what the exchange answers goes out.</summary>
internal sealed class LoopTransfer(FleetLoop loop, TftpSockets sockets, LoopTransferParts parts)
{
    private readonly TaskCompletionSource<FetchResult> done = new();
    private readonly long deadline = loop.Time.GetTimestamp() + loop.Time.Ticks(parts.Settings.Deadline);
    private TftpExchange? exchange = new(parts.Request, parts.Settings);
    private PeerAddress server = parts.Server;
    private TftpSocket? socket;
    private CancellationTokenRegistration breakOff;
    private PeerAddress peer;
    private LoopTimer? timer;

    /// <summary>The address the server answers this transfer from; not set before its first answer.</summary>
    public PeerAddress Peer => peer;

    public Task<FetchResult> RunAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        socket = sockets.Take(this, server);
        breakOff = cancellation.UnsafeRegister(static transfer => ((LoopTransfer)transfer!).BreakOff(), this);
        Send(exchange!.Begin(), ref server);
        timer = loop.Await(NextDue(), OnDue);
        return done.Task;
    }

    /// <summary>A packet from the server's address. The first one fixes the transfer id; one from another port gets error 5 and changes nothing (RFC 1350 section 4).</summary>
    public void Take(ReadOnlySpan<byte> packet, ref PeerAddress from)
    {
        if (exchange is null || parts.Loss?.TakesNext() == true)
            return;
        if (peer.Length == 0)
            peer = from;
        else if (!peer.Equals(from))
        {
            socket!.Reject(packet, ref from);
            return;
        }

        TftpStep step = exchange.Take(packet);
        if (step.Reply is { } reply)
            Send(reply, ref peer);
        if (step.Result is { } result)
            End(result, LeavesNothing(result));
        else
            ExpectPacket();
    }

    public void Refuse() => End(new(FetchAnswer.Refused, default, default, Detail: "nobody listens there"));

    /// <summary>
    /// Whether no first answer can come late: nobody repeats an error (RFC 1350 section 7), nor the first block once the second was acknowledged. Of a server that answers from the
    /// port it was asked at, no late block can be told from a timely one.
    /// </summary>
    private bool LeavesNothing(FetchResult result) =>
        !peer.Equals(server) && (result.Answer is FetchAnswer.NotFound or FetchAnswer.TftpError || (result.Answer is FetchAnswer.Ok && (ushort)exchange!.Blocks != 1));

    private void OnDue()
    {
        if (loop.Time.GetTimestamp() >= deadline)
            End(new(FetchAnswer.Timeout, default, default, Detail: $"not complete within {parts.Settings.Deadline.TotalSeconds:0.#} s"));
        else if (!exchange!.MayRepeat())
            End(new(FetchAnswer.Timeout, default, default, Detail: peer.Length == 0 ? "no answer" : "the server fell silent"));
        else
            Repeat();
    }

    private void Send(byte[] packet, ref PeerAddress to)
    {
        if (parts.Loss?.TakesNext() != true)
            socket!.Send(packet, ref to);
    }

    private void Repeat()
    {
        NetworkMetrics.SentAgain();
        socket!.IsInDoubt |= peer.Length == 0;
        Send(exchange!.LastSent, ref peer.Length == 0 ? ref server : ref peer);
        ExpectPacket();
    }

    private void ExpectPacket() => timer!.DueAt = NextDue();

    private long NextDue() => Math.Min(deadline, loop.Time.GetTimestamp() + loop.Time.Ticks(exchange!.Wait));

    /// <summary>Leaves the socket first: the phone goes on within this call.</summary>
    private void End(FetchResult result, bool isClean = false) => Leave(isClean).SetResult(result);

    private TaskCompletionSource<FetchResult> Leave(bool isClean = false)
    {
        exchange = null;
        breakOff.Unregister();
        timer?.End();
        socket!.Leave(this, isClean);
        return done;
    }

    private void BreakOff() => loop.Post(static state =>
    {
        LoopTransfer transfer = (LoopTransfer)state!;
        if (transfer.exchange is null)
            return;
        if (transfer.peer.Length != 0)
            transfer.socket!.Send(TftpPackets.Error(TftpErrorCode.NotDefined, "cancelled"), ref transfer.peer);
        transfer.Leave().SetCanceled(CancellationToken.None);
    }, this);
}
