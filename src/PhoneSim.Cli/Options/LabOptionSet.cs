using System.CommandLine;
using PhoneSim.Lab.Database;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Options;

/// <summary>Which lab, and which profiles it knows.</summary>
internal sealed class LabOptionSet
{
    private readonly ProfileOptionSet profiles = new();
    private readonly Option<string?> root = new("--root") { HelpName = "DIR", Description = "Where the lab keeps its state; default: a folder under your data folder" };

    public void AddTo(Command command)
    {
        command.Options.Add(root);
        command.Options.Add(profiles.Folders);
    }

    public ProfileStore Profiles(ParseResult parsed) => profiles.Open(parsed);

    public PhoneDatabase Open(ParseResult parsed) => new(Root(parsed), Profiles(parsed), TimeProvider.System);

    public string Root(ParseResult parsed) => parsed.GetValue(root) ?? Path.Combine(FolderFlash.DataFolder, "lab");

    /// <summary>The phone's name from a name or a MAC address.</summary>
    public static DeviceName Device(string text) => DeviceName.TryParse(text, out DeviceName? device)
        ? device
        : throw CommandException.Usage($"{text} is no phone; SEP and the 12 hexadecimal digits of its MAC address expected, e.g. SEP001122334455");

    public static LabPhone Find(PhoneDatabase database, string text)
    {
        string name = Device(text).ToString();
        return database.Find(name) ?? throw CommandException.Failed($"the lab has no phone {name}; 'phonesim lab phone add {name} --profile 7962' adds it");
    }
}
