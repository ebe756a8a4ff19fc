using System.Text.Json;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Fleet.Measure;

public static class FleetVerdicts
{
    extension(FleetVerdict verdict)
    {
        /// <summary>The word of <c>outcome</c> in shared/spec/cli.md.</summary>
        public string Word => JsonNamingPolicy.KebabCaseLower.ConvertName(verdict.ToString());

        public bool Succeeded => verdict is FleetVerdict.Registered or FleetVerdict.Configured;
    }

    public static FleetVerdict Of(BootOutcome outcome) => outcome switch
    {
        BootOutcome.Registered => FleetVerdict.Registered,
        BootOutcome.Configured => FleetVerdict.Configured,
        BootOutcome.Minimal => FleetVerdict.Minimal,
        BootOutcome.WaitingForAuthString => FleetVerdict.WaitingForAuthString,
        BootOutcome.Rejected => FleetVerdict.Rejected,
        BootOutcome.DecryptFailed => FleetVerdict.DecryptFailed,
        BootOutcome.NoConfig => FleetVerdict.NoConfig,
        _ => FleetVerdict.Unreachable,
    };
}
