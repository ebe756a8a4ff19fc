using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Evidence.Tests.Checks;

/// <summary>One file to one client.</summary>
internal sealed class FaultyTransfer(UdpClient socket, IPEndPoint client, TftpFault fault, TimeSpan wait)
{
    private readonly Channel<ushort> acknowledgements = Channel.CreateUnbounded<ushort>();
    private int blockSize = 512;

    public void Acknowledged(ushort block) => acknowledgements.Writer.TryWrite(block);

    public Task SendAsync(byte[] packet) => socket.SendAsync(packet, client).AsTask();

    public async Task RunAsync(byte[] content, IReadOnlyList<TftpOption> asked, CancellationToken stop)
    {
        TftpOption[] agreed = [.. asked.Select(o => Answer(o, content.Length)).OfType<TftpOption>()];
        if (agreed.Length > 0)
            await SendUntilAcknowledgedAsync(TftpPackets.OptionAcknowledgement(agreed), 0, stop);
        int block = 1;
        for (int at = 0; at <= content.Length; at += blockSize, block++)
        {
            ushort number = (ushort)(fault == TftpFault.WrapsToOne && block > 65535 ? block - 65535 : block);
            byte[] packet = [0, 3, (byte)(number >> 8), (byte)number, .. content.AsSpan(at, Math.Min(blockSize, content.Length - at))];
            await SendUntilAcknowledgedAsync(packet, number, stop);
        }
    }

    private TftpOption? Answer(TftpOption option, int length) => option.Name switch
    {
        TftpOption.BlockSize => Sized(option),
        TftpOption.TransferSize => option with { Value = (length + (fault == TftpFault.WrongTransferSize ? 1 : 0)).ToString(CultureInfo.InvariantCulture) },
        TftpOption.Timeout => fault == TftpFault.ChangesTimeout ? option with { Value = "9" } : option,
        _ => fault == TftpFault.EchoesUnknownOptions ? option : null,
    };

    private TftpOption Sized(TftpOption option)
    {
        blockSize = int.Parse(option.Value, CultureInfo.InvariantCulture);
        return fault == TftpFault.RaisesBlockSize && blockSize == 1024 ? option with { Value = "2048" } : option;
    }

    private async Task SendUntilAcknowledgedAsync(byte[] packet, ushort block, CancellationToken stop)
    {
        int tries = fault == TftpFault.NeverRetransmits ? 1 : 5;
        for (int i = 0; i < tries; i++)
        {
            await SendAsync(packet);
            if (await IsAcknowledgedAsync(block, stop))
                return;
        }

        throw new OperationCanceledException("the client does not acknowledge");
    }

    private async Task<bool> IsAcknowledgedAsync(ushort block, CancellationToken stop)
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(fault == TftpFault.NeverRetransmits ? wait * 10 : wait);
        try
        {
            while (true)
            {
                if (await NextAsync(patience.Token) == block)
                    return true;
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<int> NextAsync(CancellationToken patience)
    {
        if (fault == TftpFault.AnswersFromItsPort)
            return await acknowledgements.Reader.ReadAsync(patience);
        UdpReceiveResult received = await socket.ReceiveAsync(patience);
        bool stranger = !received.RemoteEndPoint.Equals(client);
        return received.Buffer switch
        {
            [0, 5, ..] when !stranger || fault == TftpFault.ListensToAnybody => throw new SocketException((int)SocketError.ConnectionReset),
            [0, 4, var high, var low] when !stranger => (high << 8) | low,
            _ => -1,
        };
    }
}
