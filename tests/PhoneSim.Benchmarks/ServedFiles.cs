using PhoneSim.Lab.Tftp;

namespace PhoneSim.Benchmarks;

internal sealed class ServedFiles(IReadOnlyDictionary<string, byte[]> files) : IFileSource
{
    public byte[]? Read(string name) => files.GetValueOrDefault(name);
}
