namespace PhoneSim.Fleet.Services;

public enum FleetKeys
{
    /// <summary>Phones do not enrol: one that would have to ends its boot without.</summary>
    None,
    /// <summary>From a pool of keys that phones share: measures the server, not this machine's key generation.</summary>
    Prepared,
    /// <summary>Each phone makes its own, as phones do; RSA-2048 takes a fifth of a second of CPU.</summary>
    Honest,
}
