using PhoneSim.Phone.Boot;

namespace PhoneSim.Fleet.Measure;

/// <summary>From what a boot found to the durations of its phases. A phase that did not occur is not recorded.</summary>
internal static class PhaseRecorder
{
    public static void Record(PhaseHistograms phases, BootFindings findings)
    {
        foreach (FileRequest request in findings.Requests)
            phases.Record(PhaseOf(request.File), request.Result.Duration);
        if (findings.Configuration is not { } configuration)
            return;
        if (configuration.Verifying > TimeSpan.Zero)
            phases.Record(Phase.Verify, configuration.Verifying);
        if (configuration.Decryption is not null)
            phases.Record(Phase.Decrypt, configuration.Decrypting);
    }

    private static Phase PhaseOf(string file) => FileNames.KindOf(file) switch { "ctl" => Phase.Ctl, "itl" => Phase.Itl, _ => Phase.Config };
}
