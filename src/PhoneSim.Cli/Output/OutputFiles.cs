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
            throw CannotWrite(path, e);
        }
    }

    /// <param name="path">Null: it was not asked for.</param>
    /// <param name="write">Into memory first: what cannot be made leaves no half file.</param>
    public static void WriteIfAsked(string? path, Action<Stream> write)
    {
        if (path is null)
            return;
        using MemoryStream content = new();
        write(content);
        Write(path, content.ToArray());
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

    /// <summary>A new file, readable by its owner only; what is written is in it at once.</summary>
    public static FileStream Create(string path) => Open(path, new() { Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 0 });

    /// <summary>Readable by its owner only, if it is new.</summary>
    public static FileStream OpenPrivate(string path, FileMode mode, FileAccess access) => Open(path, new() { Mode = mode, Access = access });

    public static CommandException CannotWrite(string path, Exception why) => CommandException.Environment($"cannot write {path}: {why.Message}");

    private static FileStream Open(string path, FileStreamOptions options)
    {
        options.Share = FileShare.ReadWrite;
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new(path, options);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotWrite(path, e);
        }
    }
}
