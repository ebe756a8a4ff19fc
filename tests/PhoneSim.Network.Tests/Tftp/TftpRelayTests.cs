using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;
using PhoneSim.Lab.Tftp;
using PhoneSim.Network.Faults;
using PhoneSim.Network.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tests.Tftp;

/// <summary>The phone's TFTP client behind a relay that plants faults.</summary>
public sealed class TftpRelayTests
{
    private static readonly byte[] Data = [0, 3, 0, 1, 42];
    private static readonly TftpSettings Quick = new() { Retransmissions = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(40), 100)] };

    [Theory]
    [InlineData(0.1, 0, 0, 0, 512, 1)]
    [InlineData(0, 0.5, 0, 0, 512, 1)]
    [InlineData(0, 0, 0.1, 0, 512, 1)]
    [InlineData(0, 0, 0, 0.5, 512, 1)]
    [InlineData(0.08, 0.2, 0.05, 0.1, 1024, 1)]
    [InlineData(0.08, 0.2, 0.05, 0.1, 512, 8)]
    public async Task FaultyWay_TheFileArrivesWhole(double loss, double twice, double reorder, double foreign, int blockSize, int windowSize)
    {
        byte[] content = Content(15_000);
        await using Bench bench = new(content, new() { Loss = loss, Duplicate = twice, Reorder = reorder, WrongTransferId = foreign });
        FetchResult result = await bench.FetchAsync(Quick with { BlockSize = blockSize, WindowSize = windowSize });
        Assert.Equal((FetchAnswer.Ok, null), (result.Answer, result.Detail));
        Assert.Equal(content, result.Content.ToArray());
        RelayTally tally = bench.Relay.Tally;
        Assert.Equal((loss > 0, twice > 0, reorder > 0, foreign > 0), (tally.Lost > 0, tally.Doubled > 0, tally.Reordered > 0, tally.Foreign > 0));
    }

    [Fact]
    public async Task Delay_TheFileArrivesWhole()
    {
        await using Bench bench = new(Content(5000), new() { Delay = 0.5, DelayTime = TimeSpan.FromMilliseconds(5) });
        Assert.Equal(FetchAnswer.Ok, (await bench.FetchAsync(Quick)).Answer);
        Assert.True(bench.Relay.Tally.Delayed > 0);
    }

    /// <summary>A phone that asks twice before the first answer comes makes a server begin two transfers.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task AnswerOfASecondTransfer_IsRefused_AlsoWhileTheFirstIsOnItsWay(double delay)
    {
        using Socket first = Bound(), second = Bound(), phone = Bound();
        await using TftpRelay relay = new(new() { Server = (IPEndPoint)first.LocalEndPoint!, Faults = new() { Delay = delay, DelayTime = TimeSpan.FromMilliseconds(50) } }, seed: 7, TimeProvider.System);
        await phone.SendToAsync(TftpPackets.ReadRequest("file", []), relay.EndPoint);
        EndPoint server = (await NextAsync(first)).From;
        await first.SendToAsync(Data, server);
        await second.SendToAsync(Data, server);
        Assert.Equal(TftpOpcode.Error, TftpPacket.Parse((await NextAsync(second)).Packet).Opcode);
        await phone.SendToAsync(TftpPackets.Acknowledgement(1), (await NextAsync(phone)).From);
        Assert.Equal(TftpPackets.Acknowledgement(1), (await NextAsync(first)).Packet);
    }

    [Fact]
    public async Task AlteredByte_IsTheOnlyDifference()
    {
        byte[] content = Content(2000);
        await using Bench bench = new(content, new() { Alter = new("file", 2, 10) });
        byte[] received = (await bench.FetchAsync(Quick)).Content.ToArray();
        Assert.Equal([522], Enumerable.Range(0, content.Length).Where(i => received[i] != content[i]));
        Assert.True(bench.Relay.Tally.Altered > 0);
    }

    [Fact]
    public async Task Cut_TheClientGivesUp_AndTheWatchIsTold()
    {
        Watch watch = new();
        await using Bench bench = new(Content(2000), new() { Cut = new("", 3) }, watch);
        FetchResult result = await bench.FetchAsync(Quick with { Retransmissions = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(40), 3)] });
        Assert.Equal((FetchAnswer.Timeout, "the server fell silent"), (result.Answer, result.Detail));
        Assert.True(watch.Stalls > 0);
    }

    [Fact]
    public async Task Cut_OfAnotherFile_IsNone()
    {
        await using Bench bench = new(Content(2000), new() { Cut = new("other", 1) });
        Assert.Equal(FetchAnswer.Ok, (await bench.FetchAsync(Quick)).Answer);
    }

    public static TheoryData<string, FetchAnswer> Answers => new() { { "silence", FetchAnswer.Timeout }, { "garbage", FetchAnswer.Aborted }, { "error 2", FetchAnswer.TftpError }, { "error 1", FetchAnswer.NotFound } };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_InTheServersPlace_IsTheClients(string word, FetchAnswer expected)
    {
        RelayAnswer answer = word switch { "silence" => RelayAnswer.Silence, "garbage" => RelayAnswer.Garbage, _ => RelayAnswer.Error((TftpErrorCode)(word[^1] - '0'), "") };
        await using Bench bench = new(Content(100), RelayFaults.None);
        bench.Relay.Rules = bench.Relay.Rules with { Answers = new Dictionary<string, RelayAnswer> { ["file"] = answer } };
        Assert.Equal(expected, (await bench.FetchAsync(Quick with { Retransmissions = [TimeSpan.FromMilliseconds(200)] })).Answer);
    }

    /// <summary>A phone opens a port for each file, and the system may give it one that it had before.</summary>
    [Theory]
    [InlineData(600, 512)]
    [InlineData(1400, 1400)]
    public async Task SamePortAndFileAgain_IsAnotherTransfer(int length, int blockSize)
    {
        await using Bench bench = new(Content(length), RelayFaults.None, retransmission: TimeSpan.FromMinutes(1));
        using Socket phone = Bound();
        byte[] first = await WholeAsync(phone, bench, blockSize);
        Assert.Equal(first, await WholeAsync(phone, bench, blockSize));
    }

    /// <summary>What the server says to a request, each packet acknowledged, one after the other; the relay has passed the last acknowledgement on.</summary>
    private static async Task<byte[]> WholeAsync(Socket phone, Bench bench, int blockSize)
    {
        List<byte> all = [];
        int packets = bench.Relay.Tally.Passed + 1;
        await phone.SendToAsync(TftpPackets.ReadRequest("file", blockSize == 512 ? [] : [new(TftpOption.BlockSize, $"{blockSize}")]), bench.Relay.EndPoint);
        bool isLast = false;
        for (; !isLast; packets += 2)
        {
            (EndPoint from, byte[] packet) = await NextAsync(phone);
            all.AddRange(packet);
            bool isData = packet[1] == (byte)TftpOpcode.Data;
            await phone.SendToAsync(TftpPackets.Acknowledgement(isData ? (ushort)((packet[2] << 8) | packet[3]) : (ushort)0), from);
            isLast = isData && packet.Length < blockSize + 4;
        }

        using CancellationTokenSource deadline = Deadline();
        while (bench.Relay.Tally.Passed < packets)
            await Task.Delay(1, deadline.Token);
        return [.. all];
    }

    private static Socket Bound()
    {
        Socket socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private static CancellationTokenSource Deadline()
    {
        CancellationTokenSource deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromSeconds(20));
        return deadline;
    }

    private static async Task<(EndPoint From, byte[] Packet)> NextAsync(Socket socket)
    {
        using CancellationTokenSource deadline = Deadline();
        byte[] buffer = new byte[2000];
        SocketReceiveFromResult received = await socket.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), deadline.Token);
        return (received.RemoteEndPoint, buffer[..received.ReceivedBytes]);
    }

    private static byte[] Content(int length)
    {
        byte[] content = new byte[length];
        new Random(1).NextBytes(content);
        return content;
    }

    private sealed class Watch : IRelayWatch
    {
        public int Stalls { get; private set; }

        public void Stalled() => Stalls++;

        public void Repeated()
        {
        }

        public void Moved()
        {
        }
    }

    /// <summary>The lab's server with one file, and a relay before it.</summary>
    private sealed class Bench : IAsyncDisposable, IFileSource
    {
        private readonly byte[] content;
        private readonly TftpServer server;

        public Bench(byte[] content, RelayFaults faults, IRelayWatch? watch = null, TimeSpan? retransmission = null)
        {
            this.content = content;
            server = new(new(IPAddress.Loopback, 0), this, TimeProvider.System) { Retransmission = retransmission ?? TimeSpan.FromMilliseconds(30) };
            Relay = new(new() { Server = server.EndPoint, Faults = faults }, seed: 7, TimeProvider.System, watch);
        }

        public TftpRelay Relay { get; }

        public byte[]? Read(string name) => name == "file" ? content : null;

        public Task<FetchResult> FetchAsync(TftpSettings settings) => new TftpTransport(settings, TimeProvider.System).FetchAsync(new("file", new("127.0.0.1", Relay.EndPoint.Port), 100_000), TestContext.Current.CancellationToken);

        public async ValueTask DisposeAsync()
        {
            await Relay.DisposeAsync();
            await server.DisposeAsync();
        }
    }
}
