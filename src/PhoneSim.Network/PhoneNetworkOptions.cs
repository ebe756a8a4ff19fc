using PhoneSim.Network.Capture;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Network;

public sealed record PhoneNetworkOptions
{
    /// <summary>Receives the secrets of TLS connections, one line in NSS key log format each; called on any thread. Null: nobody does.</summary>
    public Action<string>? KeyLog { get; init; }

    /// <summary>Sees whatever the phone sends and receives, with what it makes of it noted on the packets; null: nobody looks, at no cost.</summary>
    public PacketCapture? Capture { get; init; }

    /// <summary>Same seed, same MAC address: the same identifiers and waits by chance. Null: others each time.</summary>
    public ulong? Seed { get; init; }

    public IKeyGenerator Keys { get; init; } = new PlatformKeyGenerator();
}
