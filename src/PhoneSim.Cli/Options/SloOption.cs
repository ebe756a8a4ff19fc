using System.CommandLine;
using PhoneSim.Fleet.Results;

namespace PhoneSim.Cli.Options;

internal static class SloOption
{
    public static Option<Slo?> Create() => new("--slo")
    {
        HelpName = "TERMS",
        Description = $"What must hold, e.g. '{Slo.Example}'; phases: ctl itl config verify decrypt capf tvs registration boot",
        CustomParser = result =>
        {
            if (Slo.TryParse(result.Tokens[0].Value, out Slo? slo))
                return slo;
            result.AddError($"--slo {result.Tokens[0].Value} is no objective; for example '{Slo.Example}'");
            return null;
        },
    };
}
