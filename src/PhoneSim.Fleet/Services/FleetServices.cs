using PhoneSim.Formats;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Fleet.Services;

/// <summary>What the phones of a fleet use beside TFTP. Nothing but what is asked for here is tried.</summary>
public sealed record FleetServices
{
    /// <summary>0: HTTP is not tried.</summary>
    public int HttpPort { get; init; }

    /// <summary>0: HTTPS is not tried.</summary>
    public int HttpsPort { get; init; }

    /// <summary>Where the keys of CAPF enrolments come from.</summary>
    public FleetKeys Keys { get; init; }

    /// <summary>Used instead of the CAPF server that a configuration names; null: that one.</summary>
    public ServerEndPoint? Capf { get; init; }

    /// <summary>Phones ask TVS about certificates that no trust list knows.</summary>
    public bool AsksTvs { get; init; }

    /// <summary>Used instead of the TVS servers that a configuration names; null: those.</summary>
    public ServerEndPoint? Tvs { get; init; }

    /// <summary>What every user types when CAPF asks; null: nothing.</summary>
    public Secret? AuthString { get; init; }

    /// <summary>Phones register with the call managers of their configuration, and take leave when their boot is over.</summary>
    public bool Registers { get; init; }
}
