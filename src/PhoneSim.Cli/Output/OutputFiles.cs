namespace PhoneSim.Cli.Output;

/// <summary>Files that commands write; a folder that cannot be written is the environment's fault.</summary>
internal static class OutputFiles
{
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        try
        {
            File.WriteAllBytes(path, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Environment($"cannot write {path}: {e.Message}");
        }
    }

    /// <summary>Makes the folder if there is none.</summary>
    public static string Folder(string path)
    {
        try
        {
            return Directory.CreateDirectory(path).FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Environment($"the folder {path} cannot be made: {e.Message}");
        }
    }

    /// <summary>For clear text: readable by its owner only.</summary>
    public static void WritePrivate(string path, ReadOnlySpan<byte> content)
    {
        using FileStream file = Create(path);
        file.Write(content);
    }

    /// <summary>A new file, readable by its owner only.</summary>
    public static FileStream Create(string path)
    {
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new(path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Environment($"cannot write {path}: {e.Message}");
        }
    }
}
