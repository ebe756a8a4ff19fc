namespace PhoneSim.Cli.Diagnosis;

internal enum FindingVerdict
{
    Fine,
    /// <summary>Something is not there that some uses need; the rest works.</summary>
    Limited,
    /// <summary>A phone cannot do its work on this machine.</summary>
    Missing,
}
