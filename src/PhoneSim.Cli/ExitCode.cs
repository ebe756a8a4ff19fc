namespace PhoneSim.Cli;

/// <summary>Exit codes of shared/spec/cli.md.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>What was asked did not happen.</summary>
    public const int Failed = 1;

    public const int Usage = 2;

    /// <summary>The environment prevents it: port in use, no terminal, folder not writable.</summary>
    public const int Environment = 3;
}
