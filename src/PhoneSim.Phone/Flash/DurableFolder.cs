using System.Runtime.InteropServices;

namespace PhoneSim.Phone.Flash;

/// <summary>
/// A folder of small files, each replaced as a whole: written beside, synced, renamed over, folder synced. Whatever ends the process, a file holds its old or its new
/// content. 0600 files in a 0700 folder.
/// </summary>
public sealed partial class DurableFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Unfinished = ".new";

    private readonly string folder;
    private readonly bool isSynced;

    /// <param name="isSynced">False: what is written survives the end of the process, but not a power cut of the machine.</param>
    public DurableFolder(string folder, bool isSynced = true)
    {
        (this.folder, this.isSynced) = (folder, isSynced);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder);
        else
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Removes what a process that was killed left half written; for the folder's one owner.</summary>
    public void RemoveUnfinished()
    {
        foreach (string left in Directory.EnumerateFiles(folder, "*" + Unfinished))
            File.Delete(left);
    }

    public string PathOf(string name) => Path.Combine(folder, name);

    /// <summary>Null: there is no such file.</summary>
    public byte[]? Read(string name) => File.Exists(PathOf(name)) ? File.ReadAllBytes(PathOf(name)) : null;

    /// <summary>Returns when the new content survives a power cut, if the folder is synced.</summary>
    public void Write(string name, ReadOnlySpan<byte> content)
    {
        string unfinished = PathOf(name + Unfinished);
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (FileStream stream = new(unfinished, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: isSynced);
        }

        File.Move(unfinished, PathOf(name), overwrite: true);
        Sync();
    }

    public void Delete(string name)
    {
        if (!File.Exists(PathOf(name)))
            return;
        File.Delete(PathOf(name));
        Sync();
    }

    /// <summary>A rename is durable once its folder is (fsync(2)); .NET opens no folders, so the C library does.</summary>
    private void Sync()
    {
        if (!isSynced || OperatingSystem.IsWindows())
            return;
        int descriptor = Open(folder, 0);
        if (descriptor < 0)
            return;
        _ = FSync(descriptor);
        _ = Close(descriptor);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int FSync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
