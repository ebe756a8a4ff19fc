using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>A small TFTP server of its own, which does one thing wrong.</summary>
internal sealed class FaultyTftpServer : IAsyncDisposable
{
    private const int Few = 5;

    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(60);

    private readonly Dictionary<string, byte[]> files;
    private readonly TftpFault fault;
    private readonly UdpClient listener = new(new IPEndPoint(IPAddress.Loopback, 0));
    private readonly CancellationTokenSource stop = new();
    private readonly HashSet<string> read = [];
    private readonly Dictionary<IPEndPoint, FaultyTransfer> sharedPort = [];
    private readonly Task loop;
    private int transfers;
    private bool dead;

    public FaultyTftpServer(Dictionary<string, byte[]> files, TftpFault fault)
    {
        (this.files, this.fault) = (files, fault);
        loop = ListenAsync();
    }

    public int Port => ((IPEndPoint)listener.Client.LocalEndPoint!).Port;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        listener.Dispose();
        stop.Dispose();
    }

    private async Task ListenAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult received = await listener.ReceiveAsync(stop.Token);
                if (Parse(received.Buffer) is { } packet && !dead)
                    Take(packet, received.RemoteEndPoint);
                else
                    dead = fault == TftpFault.DiesOfGarbage;
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static Request? Parse(byte[] bytes)
    {
        try
        {
            TftpPacket packet = TftpPacket.Parse(bytes);
            return new(packet.Opcode, packet.Opcode == TftpOpcode.ReadRequest ? packet.Text : "", packet.Block, packet.Opcode == TftpOpcode.ReadRequest ? packet.Options : []);
        }
        catch (MalformedDataException)
        {
            return bytes is [0, 2, ..] ? new(TftpOpcode.WriteRequest, "", 0, []) : null;
        }
    }

    private void Take(Request packet, IPEndPoint client)
    {
        if (packet.Opcode == TftpOpcode.Acknowledgement && sharedPort.TryGetValue(client, out FaultyTransfer? shared))
            shared.Acknowledged(packet.Block);
        else if (packet.Opcode is TftpOpcode.ReadRequest or TftpOpcode.WriteRequest)
            _ = ServeAsync(packet, client);
    }

    private async Task ServeAsync(Request request, IPEndPoint client)
    {
        UdpClient socket = fault == TftpFault.AnswersFromItsPort ? listener : new(new IPEndPoint(IPAddress.Loopback, 0));
        FaultyTransfer transfer = new(socket, client, fault, Wait);
        if (socket == listener)
            sharedPort[client] = transfer;
        try
        {
            await AnswerAsync(transfer, request, Interlocked.Increment(ref transfers));
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The client is gone, or the test over.
        }
        finally
        {
            Interlocked.Decrement(ref transfers);
            if (socket != listener)
                socket.Dispose();
        }
    }

    private async Task AnswerAsync(FaultyTransfer transfer, Request request, int number)
    {
        if (request.Opcode == TftpOpcode.WriteRequest)
            await transfer.SendAsync(fault == TftpFault.TakesWrites ? TftpPackets.Acknowledgement(0) : TftpPackets.Error(TftpErrorCode.IllegalOperation, "no"));
        else if (fault == TftpFault.FewTransfers && number > Few)
            await transfer.SendAsync(TftpPackets.Error(TftpErrorCode.NotDefined, "too many"));
        else if (fault == TftpFault.SilentForCtl && request.File.StartsWith("CTL", StringComparison.Ordinal))
            return;
        else if (Find(request.File) is { } content)
            await transfer.RunAsync(content, request.Options, stop.Token);
        else
            await transfer.SendAsync(TftpPackets.Error(fault == TftpFault.WrongErrorForAbsent ? TftpErrorCode.AccessViolation : TftpErrorCode.FileNotFound, "no such file"));
    }

    private byte[]? Find(string name)
    {
        if (fault == TftpFault.Traverses && name.Contains("etc/passwd", StringComparison.Ordinal))
            return [.. "root:x:0:0"u8];
        if (!files.TryGetValue(name, out byte[]? content))
            return null;
        bool again = !read.Add(name);
        return fault == TftpFault.ChangesFiles && again ? [.. content.AsSpan(0, content.Length - 1), (byte)~content[^1]] : content;
    }

    private sealed record Request(TftpOpcode Opcode, string File, ushort Block, IReadOnlyList<TftpOption> Options);
}
