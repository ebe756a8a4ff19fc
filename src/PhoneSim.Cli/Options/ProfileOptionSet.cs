using System.CommandLine;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Options;

/// <summary>Where profiles come from.</summary>
internal sealed class ProfileOptionSet
{
    public Option<string[]> Folders { get; } = new("--profiles") { HelpName = "DIR", Description = "Folder with more profiles of your own; may be repeated" };

    public ProfileStore Open(ParseResult parsed)
    {
        string[] folders = parsed.GetValue(Folders) ?? [];
        return folders.FirstOrDefault(f => !Directory.Exists(f)) is { } missing
            ? throw CommandException.Usage($"--profiles {missing}: no such folder")
            : new(folders);
    }

    public static FirmwareProfile Find(ProfileStore store, string name) => store.Find(name) ?? throw CommandException.Usage($"there is no profile {name}; {Advice(store, name)}");

    private static string Advice(ProfileStore store, string name) =>
        store.Suggest(name) is [_, ..] near ? $"near it: {string.Join(", ", near)}" : "'phonesim profiles' lists them";
}
