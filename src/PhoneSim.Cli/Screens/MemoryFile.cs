using System.Text.Json;

namespace PhoneSim.Cli.Screens;

/// <summary>Where the screen's memory lies: <c>phonesim/screen.json</c> below the user's state folder. What cannot be read or written is said in one line and does no harm.</summary>
internal sealed class MemoryFile(string path, TextWriter diagnostics)
{
    /// <summary>Below <c>XDG_STATE_HOME</c>, by default <c>~/.local/state</c>.</summary>
    public static string DefaultPath => Path.Combine(
        Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { } folder && Path.IsPathFullyQualified(folder) ? folder : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state"),
        "phonesim",
        "screen.json");

    public ScreenMemory Read()
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), MemoryJson.Default.ScreenMemory) ?? new() : new();
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            Say("is ignored", e);
            return new();
        }
    }

    public void Write(ScreenMemory memory)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            string anew = path + ".new";
            File.WriteAllBytes(anew, JsonSerializer.SerializeToUtf8Bytes(memory, MemoryJson.Default.ScreenMemory));
            File.Move(anew, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Say("is not written", e);
        }
    }

    private void Say(string what, Exception e) => diagnostics.WriteLine($"phonesim: {path} {what}: {e.Message.ReplaceLineEndings(" ")}");
}
