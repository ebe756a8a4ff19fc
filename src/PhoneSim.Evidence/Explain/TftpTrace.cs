using System.Buffers;
using System.Globalization;
using System.Net;
using PhoneSim.Formats;
using PhoneSim.Formats.Capture;
using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>One TFTP transfer of a capture, packet by packet (RFC 1350, 2347 to 2349).</summary>
internal sealed class TftpTrace(CapturedDatagram request, string file)
{
    /// <summary>Our choice, above any file of a phone.</summary>
    private const int MostBytes = 32 * 1024 * 1024;

    private const int DefaultBlockSize = 512;

    private readonly ArrayBufferWriter<byte> content = new();
    private readonly TftpCounts counts = new();
    private DateTimeOffset last = request.Time;
    private IPEndPoint? transferId;
    private ushort expected = 1;
    private int blockSize = DefaultBlockSize;
    private long? announced;
    private bool isWhole = true;
    private FetchAnswer? answer;
    private int? code;

    public string File => file;

    /// <summary>The server's port of this transfer; null: it has not answered.</summary>
    public IPEndPoint? TransferId => transferId;

    public bool HasAnswer => transferId is not null;

    /// <summary>The client has acknowledged a packet, or has been refused: what it asks from now on is another request.</summary>
    public bool IsTaken { get; private set; }

    public void AskedAgain() => counts.Questions++;

    /// <summary>A packet between the phone and that server.</summary>
    public void Take(CapturedDatagram datagram, TftpPacket packet)
    {
        if (datagram.From.Equals(request.From))
            TakeFromPhone(datagram, packet);
        else if (transferId is null || transferId.Equals(datagram.From))
            TakeFromServer(datagram, packet);
        else
            counts.Strangers++;
    }

    public ObservedRequest Finish() => new(request.Time, TransportKind.Tftp, request.From, request.To, file)
    {
        Took = last - request.Time,
        Answer = answer ?? (HasAnswer ? FetchAnswer.Aborted : FetchAnswer.Timeout),
        Code = code,
        Content = answer == FetchAnswer.Ok ? content.WrittenMemory : default,
        IsWhole = isWhole,
        Anomalies = counts.Words(transferId, request.To, Problem()),
    };

    private void TakeFromPhone(CapturedDatagram datagram, TftpPacket packet)
    {
        if (transferId is not null && !transferId.Equals(datagram.To))
            counts.Strangers++;
        else if (packet.Opcode == TftpOpcode.Acknowledgement)
            IsTaken = true;
        else if (packet.Opcode == TftpOpcode.Error && answer is null)
            (answer, code, counts.PhoneError) = (FetchAnswer.Aborted, null, $"the phone broke it off: error {(int)packet.ErrorCode} \"{Printable.Text(packet.Text, 100)}\"");
    }

    private void TakeFromServer(CapturedDatagram datagram, TftpPacket packet)
    {
        transferId ??= datagram.From;
        if (answer is null)
            last = datagram.Time;
        switch (packet.Opcode)
        {
            case TftpOpcode.Data:
                TakeBlock(packet.Block, packet.Payload);
                break;
            case TftpOpcode.OptionAcknowledgement:
                TakeOptions(packet.Options);
                break;
            case TftpOpcode.Error when answer is null:
                (answer, code, IsTaken) = packet.ErrorCode == TftpErrorCode.FileNotFound ? (FetchAnswer.NotFound, 1, true) : (FetchAnswer.TftpError, (int)packet.ErrorCode, true);
                break;
        }
    }

    private void TakeOptions(IReadOnlyList<TftpOption> options)
    {
        foreach (TftpOption option in options)
            if (option.Name == TftpOption.BlockSize && int.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int size) && size is > 0 and <= 65464)
                blockSize = size;
            else if (option.Name == TftpOption.TransferSize && long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long length))
                announced = length;
    }

    private void TakeBlock(ushort block, ReadOnlySpan<byte> payload)
    {
        short ahead = (short)(block - expected);
        if (answer is not null || ahead < 0)
        {
            counts.Blocks++;
            return;
        }

        isWhole &= ahead == 0 && content.WrittenCount + payload.Length <= MostBytes;
        if (isWhole)
            content.Write(payload);
        expected = (ushort)(block + 1);
        if (payload.Length < blockSize)
            answer = FetchAnswer.Ok;
    }

    private string? Problem() => this switch
    {
        { answer: null, HasAnswer: true } => $"cut off after {content.WrittenCount} bytes: the last block is not in the capture",
        { isWhole: false } => "a block is not in the capture: the file cannot be put together",
        { answer: FetchAnswer.Ok, announced: { } size } when size != content.WrittenCount => $"the server announced {size} bytes and sent {content.WrittenCount}",
        _ => null,
    };
}
