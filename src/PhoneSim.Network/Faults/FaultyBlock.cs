namespace PhoneSim.Network.Faults;

/// <param name="File">As asked; empty: every file.</param>
/// <param name="Block">1 is the first.</param>
/// <param name="Byte">0 is the block's first; where the block is shorter, its last one is meant.</param>
public sealed record FaultyBlock(string File, int Block, int Byte = 0)
{
    public bool Concerns(string file) => File.Length == 0 || File == file;
}
