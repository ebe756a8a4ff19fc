namespace PhoneSim.Lab.Tftp;

/// <summary>The files directly in one folder; no name leads out of it.</summary>
public sealed class FolderFileSource(string folder) : IFileSource
{
    private const int LongestName = 128;

    public byte[]? Read(string name)
    {
        if (!IsPlainName(name))
            return null;
        FileInfo file = new(Path.Combine(folder, name));
        return file is { Exists: true, LinkTarget: null } ? File.ReadAllBytes(file.FullName) : null;
    }

    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= LongestName && name[0] != '.' && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
