using PhoneSim.Formats;
using PhoneSim.Phone;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios;

public sealed record ScenarioPhone
{
    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    /// <summary>Typed as soon as CAPF asks for it; null: nobody does.</summary>
    public Secret? AuthString { get; init; }

    /// <summary>False: a boot ends with the configuration.</summary>
    public bool Registers { get; init; } = true;

    public ScenarioFlash Flash { get; init; } = new();
}
