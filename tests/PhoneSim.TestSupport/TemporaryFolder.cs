namespace PhoneSim.TestSupport;

/// <summary>A folder of one test's own, world-readable, gone with it.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
    {
        Path = Directory.CreateTempSubdirectory("phonesim-").FullName;
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);
    }

    public string Path { get; }

    public string PathOf(string name) => System.IO.Path.Combine(Path, name);

    public void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(PathOf(name), content);

    /// <summary>A bash script that can be run; makes the folder it lies in.</summary>
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Script(string name, string lines)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(PathOf(name))!);
        File.WriteAllText(PathOf(name), $"#!/usr/bin/env bash\n{lines}\n");
        File.SetUnixFileMode(PathOf(name), (UnixFileMode)0b111_101_101);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
