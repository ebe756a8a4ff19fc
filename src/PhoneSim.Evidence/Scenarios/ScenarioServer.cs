using PhoneSim.Lab.Database;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Scenarios;

/// <summary>Whom the phone asks.</summary>
public abstract record ScenarioServer
{
    /// <summary>The built-in lab.</summary>
    /// <param name="Cluster">A name; clusters of different names have different keys.</param>
    /// <param name="Vouches">Another cluster whose certificates this one's TVS vouches for, as after a bulk import; null: none.</param>
    public sealed record Lab(string Cluster, LabSettings Settings, bool HasHttp, string? Vouches) : ScenarioServer;

    /// <summary>Files of a folder, by TFTP and HTTP.</summary>
    public sealed record Folder(string Path) : ScenarioServer;

    /// <summary>Somebody else's TFTP server.</summary>
    public sealed record External(ServerEndPoint At) : ScenarioServer;
}

/// <summary>The lab as its administrator set it.</summary>
/// <param name="IsKnown">False: the phone is not in the database; null: as it was.</param>
/// <param name="Certificate">The phone's certificate in the database: <c>mic</c>, <c>lsc</c>, <c>foreign</c> (another phone's) or <c>none</c>; null: as it was.</param>
public sealed record LabSettings(LabPhoneChange Phone, LabClusterChange Cluster, bool? IsKnown, string? Certificate);
