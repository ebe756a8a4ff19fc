using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tftp;

/// <summary>The client's side of one read transfer without its socket: packets in, packets out. Whoever owns the socket checks transfer ids and waits.</summary>
public sealed class TftpExchange(FetchRequest request, TftpSettings settings)
{
    private const int ErrorTextLimit = 200;

    private readonly TftpReceivedFile file = new(request.SizeLimit);
    private int blockSize = 512;
    private int windowSize = 1;
    private int retransmission;

    /// <summary>Sent last: what has to be repeated when nothing comes.</summary>
    public byte[] LastSent { get; private set; } = [];

    /// <summary>Received in order.</summary>
    public long Blocks => file.Blocks;

    /// <summary>How long to wait for the next packet.</summary>
    public TimeSpan Wait { get; private set; } = settings.Retransmissions[0];

    public static bool HasOptions(TftpSettings settings) =>
        settings.BlockSize != 512 || settings.WindowSize != 1 || settings.AsksTransferSize || settings.TimeoutOption is not null;

    /// <summary>The same without options, for a server that refuses them.</summary>
    public static TftpSettings Plain(TftpSettings settings) => settings with { BlockSize = 512, WindowSize = 1, AsksTransferSize = false, TimeoutOption = null };

    public byte[] Begin() => LastSent = TftpPackets.ReadRequest(request.FileName, Options());

    /// <summary>Nothing came in time. False: the last wait is over, the transfer has failed; else <see cref="LastSent"/> is due again.</summary>
    public bool MayRepeat()
    {
        if (++retransmission >= settings.Retransmissions.Count)
            return false;
        Wait = settings.Retransmissions[retransmission];
        return true;
    }

    /// <summary>A packet of this transfer.</summary>
    public TftpStep Take(ReadOnlySpan<byte> packet)
    {
        TftpStep step = Decide(packet);
        LastSent = step.Reply ?? LastSent;
        return step;
    }

    private IEnumerable<TftpOption> Options()
    {
        if (settings.BlockSize != 512)
            yield return new(TftpOption.BlockSize, Text(settings.BlockSize));
        if (settings.AsksTransferSize)
            yield return new(TftpOption.TransferSize, "0");
        if (settings.TimeoutOption is { } seconds)
            yield return new(TftpOption.Timeout, Text(seconds));
        if (settings.WindowSize != 1)
            yield return new(TftpOption.WindowSize, Text(settings.WindowSize));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private TftpStep Decide(ReadOnlySpan<byte> bytes)
    {
        TftpPacket packet;
        try
        {
            packet = TftpPacket.Parse(bytes);
        }
        catch (MalformedDataException e)
        {
            return Abort(TftpErrorCode.IllegalOperation, $"malformed packet: {e.Message}");
        }

        return packet.Opcode switch
        {
            TftpOpcode.Error => new(Result: Failed(packet)),
            TftpOpcode.OptionAcknowledgement => file.Blocks == 0 ? AcceptOptions(packet.Options) : default,
            TftpOpcode.Data => TakeData(packet),
            _ => Abort(TftpErrorCode.IllegalOperation, $"unexpected {packet.Opcode}"),
        };
    }

    private static FetchResult Failed(TftpPacket packet) => new(
        packet.ErrorCode == TftpErrorCode.FileNotFound ? FetchAnswer.NotFound : FetchAnswer.TftpError, default, default, (int)packet.ErrorCode,
        packet.Text.Length == 0 ? null : Printable.Text(packet.Text, ErrorTextLimit));

    private static TftpStep Abort(TftpErrorCode code, string why) =>
        new(TftpPackets.Error(code, why), new(FetchAnswer.Aborted, default, default, Detail: why));

    private TftpStep AcceptOptions(IReadOnlyList<TftpOption> options)
    {
        foreach (TftpOption option in options)
            if (Refuse(option) is { } why)
                return Abort(TftpErrorCode.OptionsRefused, why);
        if (file.IsTooBig)
            return TooBig();
        CountAnew();
        return new(TftpPackets.Acknowledgement(0));
    }

    /// <summary>The server is alive and the transfer got further.</summary>
    private void CountAnew()
    {
        if (retransmission > 0)
            (retransmission, Wait) = (0, settings.Retransmissions[0]);
    }

    /// <summary>Takes the option over; null, or why it may not stand (RFC 2347: only what was asked; RFC 2348: at most the size asked).</summary>
    private string? Refuse(TftpOption option)
    {
        if (!Options().Any(o => o.Name == option.Name))
            return $"option {Printable.Text(option.Name, 20)} was not asked";
        if (!long.TryParse(option.Value, NumberStyles.None, CultureInfo.InvariantCulture, out long value))
            return $"option {option.Name} is no number";
        switch (option.Name)
        {
            case TftpOption.BlockSize when value < 8 || value > settings.BlockSize:
            case TftpOption.WindowSize when value < 1 || value > settings.WindowSize:
            case TftpOption.Timeout when value != settings.TimeoutOption:
                return $"{option.Name} {value} is not what was asked";
            case TftpOption.BlockSize:
                blockSize = (int)value;
                break;
            case TftpOption.WindowSize:
                windowSize = (int)value;
                break;
            case TftpOption.TransferSize:
                file.Announce(value);
                break;
        }

        return null;
    }

    private TftpStep TooBig() => new(
        TftpPackets.Error(TftpErrorCode.DiskFull, "file too large"), new(FetchAnswer.TooBig, default, default, Detail: $"more than {request.SizeLimit} bytes"));

    private TftpStep TakeData(in TftpPacket packet)
    {
        if (packet.Payload.Length > blockSize)
            return Abort(TftpErrorCode.IllegalOperation, $"a block of {packet.Payload.Length} bytes where {blockSize} were agreed");
        if (packet.Block != (ushort)(file.Blocks + 1))
            return OutOfOrder(packet.Block);
        if (!file.Append(packet.Payload))
            return TooBig();
        CountAnew();
        bool last = packet.Payload.Length < blockSize;
        bool windowIsFull = file.Blocks - file.Acknowledged >= windowSize;
        if (!last && !windowIsFull)
            return default;
        file.Acknowledged = file.Blocks;
        return new(TftpPackets.Acknowledgement(packet.Block), last ? new(FetchAnswer.Ok, file.End(), default) : null);
    }

    /// <summary>A doubled block is not acknowledged again (no sorcerer's apprentice); a gap in a window asks for the rest anew (RFC 7440).</summary>
    private TftpStep OutOfOrder(ushort block)
    {
        bool gap = windowSize > 1 && (ushort)(block - (ushort)file.Blocks) < windowSize && file.Blocks > 0;
        if (!gap)
            return default;
        file.Acknowledged = file.Blocks;
        return new(TftpPackets.Acknowledgement((ushort)file.Blocks));
    }
}
