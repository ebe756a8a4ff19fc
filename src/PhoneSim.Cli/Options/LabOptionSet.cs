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

    /// <summary>Makes the lab where there is none.</summary>
    public PhoneDatabase Open(ParseResult parsed)
    {
        ProfileStore store = Profiles(parsed);
        try
        {
            return new(Root(parsed), store, TimeProvider.System);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.Environment($"the lab's folder {Root(parsed)} cannot be made or written: {e.Message}");
        }
    }

    /// <summary>Null: there is no lab in that folder, and none is made.</summary>
    public PhoneDatabase? OpenExisting(ParseResult parsed) => Directory.Exists(Root(parsed)) ? Open(parsed) : null;

    public string Root(ParseResult parsed) => parsed.GetValue(root) ?? Path.Combine(FolderFlash.DataFolder, "lab");

    /// <summary>The phone's name from a name or a MAC address.</summary>
    public static DeviceName Device(string text) => DeviceName.TryParse(text, out DeviceName? device)
        ? device
        : throw CommandException.Usage($"{text} is no phone; SEP and the 12 hexadecimal digits of its MAC address expected, e.g. SEP001122334455");

    public (PhoneDatabase Database, LabPhone Phone) Find(ParseResult parsed, string text)
    {
        string name = Device(text).ToString();
        PhoneDatabase? database = OpenExisting(parsed);
        return database?.Find(name) is { } phone ? (database, phone) : throw CommandException.Failed($"the lab in {Root(parsed)} has no phone {name}; 'phonesim lab phone add {name} --profile 7962' adds it");
    }
}
