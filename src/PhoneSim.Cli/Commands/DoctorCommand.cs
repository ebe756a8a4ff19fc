using System.CommandLine;
using PhoneSim.Cli.Diagnosis;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli.Commands;

internal sealed class DoctorCommand : ExampleCommand
{
    private readonly GlobalOptions global;

    public DoctorCommand(GlobalOptions global) : base("doctor", "Tell what this machine can do for phonesim, and what is missing.", "phonesim doctor")
    {
        this.global = global;
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        TextWriter output = parsed.InvocationConfiguration.Output;
        bool sound = true;
        await foreach (Finding finding in HostCheck.RunAsync(cancellation))
        {
            sound &= finding.Verdict != FindingVerdict.Missing;
            if (parsed.GetValue(global.Json))
                JsonLine.Write(output, finding.Write);
            else
                await output.WriteLineAsync($"{finding.Word,-8} {finding.Name,-22} {finding.Detail}");
        }

        return sound ? ExitCode.Done : ExitCode.Failed;
    }
}
