using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet.Load;

/// <summary>One row of a mix: so many parts of the fleet have this profile.</summary>
public sealed record FleetShare(FirmwareProfile Profile, double Parts);
