namespace PhoneSim.Cli.Commands;

/// <summary>Algorithms of the manual method (seed, "Manual Key Distribution").</summary>
internal enum ManualAlgorithm
{
    Rc4,
    Aes128,
}
