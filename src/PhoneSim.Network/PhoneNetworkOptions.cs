using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Network;

public sealed record PhoneNetworkOptions
{
    /// <summary>Receives the secrets of TLS connections, one line in NSS key log format each; called on any thread. Null: nobody does.</summary>
    public Action<string>? KeyLog { get; init; }

    /// <summary>Same seed, same MAC address: the same identifiers and waits by chance. Null: others each time.</summary>
    public ulong? Seed { get; init; }

    public IKeyGenerator Keys { get; init; } = new PlatformKeyGenerator();
}
