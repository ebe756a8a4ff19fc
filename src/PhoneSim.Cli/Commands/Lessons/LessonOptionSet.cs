using System.CommandLine;
using PhoneSim.Cli.Options;
using PhoneSim.Cli.Phones;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Commands.Lessons;

/// <summary>Where lessons come from, and the phone that one is given on.</summary>
internal sealed class LessonOptionSet
{
    public Argument<string> Name { get; } = new("NAME") { Description = "A lesson; 'phonesim lesson list' lists them" };

    public Option<string?> Folder { get; } = new("--lessons") { HelpName = "DIR", Description = "Folder with lessons of your own" };

    public LessonStore Open(ParseResult parsed)
    {
        string? folder = parsed.GetValue(Folder);
        return folder is not null && !Directory.Exists(folder) ? throw CommandException.Usage($"--lessons {folder}: no such folder") : Open(folder);
    }

    public LessonPlan Find(ParseResult parsed) => Find(Open(parsed), parsed.GetRequiredValue(Name));

    public static LessonPlan Find(LessonStore store, string name) =>
        store.Find(name) ?? throw CommandException.Usage($"there is no lesson {name}; {string.Join(", ", store.All.Select(lesson => lesson.Name))}");

    /// <param name="profile">Asked for by the user; null: the lesson's own.</param>
    /// <exception cref="CommandException">The lesson cannot be given on that phone.</exception>
    public static PhoneSetup Setup(LessonPlan plan, ProfileStore profiles, string? profile)
    {
        FirmwareProfile own = ProfileOptionSet.Find(profiles, plan.Lesson.Profile);
        FirmwareProfile chosen = profile is null ? own : ProfileOptionSet.Find(profiles, profile);
        if (chosen.Encryption.Method != own.Encryption.Method)
            throw CommandException.Usage($"the lesson {plan.Lesson.Name} needs a phone with the encryption of {own.Name}, and {chosen.Name} has another");
        DeviceName device = DeviceName.TryParse(PhoneOptionSet.DefaultMac, out DeviceName? name) ? name : throw new InvalidOperationException();
        return new() { Device = device, Profile = chosen, Servers = [], HttpPort = 0, HttpsPort = 0, FlashFolder = FolderFlash.DefaultFolder(device), Lesson = plan };
    }

    private static LessonStore Open(string? folder)
    {
        try
        {
            return new(folder);
        }
        catch (LessonException invalid)
        {
            throw CommandException.Usage(string.Join("; ", invalid.Errors));
        }
    }
}
