using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Network.Faults;

/// <summary>
/// Stands between phones and a TFTP server, on a port of loopback, and does what its rules say: loses, doubles, reorders and delays datagrams, sends copies from a foreign port, cuts
/// transfers, alters bytes, answers in the server's place. The same seed and the same requests suffer the same faults.
/// </summary>
public sealed class TftpRelay : IAsyncDisposable
{
    /// <summary>Our choice: of one run.</summary>
    private const int MostTransfers = 10_000;

    private readonly Dictionary<IPEndPoint, RelayedTransfer> transfers = [];
    private readonly CancellationTokenSource stop = new();
    private readonly Lock gate = new();
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly ulong seed;
    private readonly TimeProvider time;
    private readonly IRelayWatch? watch;
    private readonly Task loop;
    private volatile RelayRules rules;
    private int begun;

    /// <param name="time">Of delays.</param>
    public TftpRelay(RelayRules rules, ulong seed, TimeProvider time, IRelayWatch? watch = null)
    {
        (this.rules, this.seed, this.time, this.watch) = (rules, seed, time, watch);
        listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        Foreign.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        loop = ForwardAsync(listener, TakeRequestAsync);
    }

    /// <summary>Where phones ask.</summary>
    public IPEndPoint EndPoint { get; }

    public RelayRules Rules
    {
        get => rules;
        set => rules = value;
    }

    public RelayTally Tally { get; private set; } = new();

    /// <summary>Stays open, so that the phone's answer to a foreign port meets no "port unreachable".</summary>
    internal Socket Foreign { get; } = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        await loop;
        foreach (RelayedTransfer transfer in transfers.Values)
            transfer.Dispose();
        Foreign.Dispose();
        stop.Dispose();
    }

    internal RelayChance Chance(int transfer, bool toPhone) => new(seed, transfer, toPhone);

    internal void Note(RelayStep step)
    {
        lock (gate)
            Tally = step.Fate switch
            {
                RelayFate.Lost => Tally with { Lost = Tally.Lost + 1 },
                RelayFate.Doubled => Tally with { Doubled = Tally.Doubled + 1 },
                RelayFate.Reordered => Tally with { Reordered = Tally.Reordered + 1 },
                RelayFate.Delayed => Tally with { Delayed = Tally.Delayed + 1 },
                RelayFate.Foreign => Tally with { Foreign = Tally.Foreign + 1 },
                _ => Tally with { Passed = Tally.Passed + 1, Altered = Tally.Altered + (step.Altered ? 1 : 0) },
            };
        Tell(step);
    }

    internal async Task ForwardAsync(Socket socket, Func<IPEndPoint, byte[], Task> take)
    {
        byte[] buffer = new byte[65536];
        EndPoint anybody = new IPEndPoint(socket.AddressFamily == AddressFamily.InterNetworkV6 ? IPAddress.IPv6Any : IPAddress.Any, 0);
        while (!stop.IsCancellationRequested)
            try
            {
                SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, anybody, stop.Token);
                await take((IPEndPoint)received.RemoteEndPoint, buffer.AsSpan(0, received.ReceivedBytes).ToArray());
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
            {
                return;
            }
            catch (SocketException)
            {
                // "Port unreachable" of a side that is gone: the transfer is over, or the other side will notice.
            }
    }

    internal async Task DelayAsync(Func<Task<int>> send)
    {
        try
        {
            await Task.Delay(rules.Faults.DelayTime, time, stop.Token);
            await send();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The transfer was over first.
        }
    }

    private void Tell(RelayStep step)
    {
        if (step.Stalls)
            watch?.Stalled();
        else if (step.Moved)
            watch?.Moved();
        else
            watch?.Repeated();
    }

    private async Task TakeRequestAsync(IPEndPoint phone, byte[] packet)
    {
        if (FileOf(packet) is not { } file)
            return;
        RelayRules now = rules;
        if (now.Answers.TryGetValue(file, out RelayAnswer? answer))
            await AnswerAsync(phone, answer);
        else if (now.Server is { } server && TransferOf(phone, server, file) is { } transfer)
            await transfer.PassRequestAsync(packet);
        else
            watch?.Stalled();
    }

    private async Task AnswerAsync(IPEndPoint phone, RelayAnswer answer)
    {
        if (answer.Packet is not { } packet)
        {
            watch?.Stalled();
            return;
        }

        watch?.Moved();
        await Foreign.SendToAsync(packet, phone);
    }

    private RelayedTransfer? TransferOf(IPEndPoint phone, IPEndPoint server, string file)
    {
        if (transfers.TryGetValue(phone, out RelayedTransfer? known) && known.File == file && !known.IsOver)
            return known;
        known?.Dispose();
        return begun == MostTransfers ? null : transfers[phone] = new(this, phone, server, file, ++begun);
    }

    /// <summary>Null: no read request.</summary>
    private static string? FileOf(byte[] packet)
    {
        try
        {
            TftpPacket request = TftpPacket.Parse(packet);
            return request.Opcode == TftpOpcode.ReadRequest ? request.Text : null;
        }
        catch (MalformedDataException)
        {
            return null;
        }
    }
}
