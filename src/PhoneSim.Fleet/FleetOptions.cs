using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Services;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Fleet;

public sealed record FleetOptions
{
    /// <summary>Phones of the whole fleet.</summary>
    public required int Count { get; init; }

    /// <summary>The MAC address of the first phone as a number; the others follow it.</summary>
    public ulong FirstMac { get; init; } = 0x001122000000;

    public required IReadOnlyList<FleetShare> Mix { get; init; }

    /// <summary>Server 1, server 2, with their TFTP ports.</summary>
    public required IReadOnlyList<ServerEndPoint> Servers { get; init; }

    /// <summary>What the phones use beside TFTP.</summary>
    public FleetServices Services { get; init; } = new();

    public FleetLoad Load { get; init; } = new();

    /// <summary>Null: a phone that failed because answers were missing stays as it is.</summary>
    public FleetRetry? Retry { get; init; }

    /// <summary>Part of the datagrams, sent and received, that are lost on the phones' side; 0 … 1.</summary>
    public double Loss { get; init; }

    public Shard Shard { get; init; } = Shard.Whole;

    public ulong Seed { get; init; }

    /// <summary>Loops, each a thread; more than cores bring nothing.</summary>
    public int Loops { get; init; } = Environment.ProcessorCount;

    /// <summary>Transfers share sockets and are told apart by the server's port; a real phone takes a new port for each file.</summary>
    public bool SharedSockets { get; init; }

    /// <summary>The phones enrolled before: this LSC is in flash, and that encryption is on. Null: new phones, with an MIC that all of a profile share.</summary>
    public DeviceCertificate? Lsc { get; init; }

    /// <summary>Each phone's flash is a folder in this one and outlives the run; null: in memory.</summary>
    public string? FlashFolder { get; init; }

    /// <summary>When the first phone starts; null: at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
