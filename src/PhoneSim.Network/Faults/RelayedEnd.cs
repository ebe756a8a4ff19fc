using System.Globalization;
using PhoneSim.Formats;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.Network.Faults;

/// <summary>Tells from the packets of one transfer, both directions, that it is over: its last block was acknowledged (RFC 1350 section 6), or one side sent an error. Safe for concurrent use.</summary>
internal sealed class RelayedEnd
{
    private readonly Lock gate = new();
    private int blockSize = 512;
    private ushort? last;
    private bool isReached;

    public bool IsReached
    {
        get
        {
            lock (gate)
                return isReached;
        }
    }

    public void Note(byte[] bytes)
    {
        try
        {
            lock (gate)
                Note(TftpPacket.Parse(bytes));
        }
        catch (MalformedDataException)
        {
            // Ends nothing.
        }
    }

    private void Note(TftpPacket packet)
    {
        foreach (TftpOption option in packet.Options)
            if (packet.Opcode == TftpOpcode.OptionAcknowledgement && option.Name == TftpOption.BlockSize && int.TryParse(option.Value, CultureInfo.InvariantCulture, out int size))
                blockSize = size;
        if (packet.Opcode == TftpOpcode.Data && packet.Payload.Length < blockSize)
            last = packet.Block;
        else if (packet.Opcode == TftpOpcode.Error || (packet.Opcode == TftpOpcode.Acknowledgement && packet.Block == last))
            isReached = true;
    }
}
