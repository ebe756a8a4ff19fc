using PhoneSim.Phone;
using PhoneSim.Phone.Documents;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Scenarios.Reading;

/// <summary>What all parts of a scenario are read with.</summary>
/// <param name="Folder">Of the scenario's file.</param>
internal sealed record ReadingContext(string Folder, ProfileStore Profiles, FieldErrors Errors, DeviceName Device)
{
    /// <summary>File names may be written with <c>SEP&lt;MAC&gt;</c> for the phone's name.</summary>
    public string Name(string text) => text.Replace("SEP<MAC>", Device.ToString(), StringComparison.Ordinal);

    /// <summary>The fields <c>profile</c>, and <c>change</c> with what this phone has different from it.</summary>
    /// <returns>Null: there are mistakes, and they were said.</returns>
    public FirmwareProfile? Profile(Fields f)
    {
        FirmwareProfile? named = Named(f);
        return f.Node("change") is ObjectNode change && named is not null ? Profiles.Extend(named.Name, change, Errors) : named;
    }

    /// <summary>The field <c>profile</c> alone.</summary>
    /// <returns>Null: there is none, or no such profile, and that was said.</returns>
    public FirmwareProfile? Named(Fields f)
    {
        if (f.OptionalText("profile") is not { } name)
            return null;
        if (Profiles.Find(name) is { } found)
            return found;
        string hint = Profiles.Suggest(name) is { Count: > 0 } near ? $"did you mean {string.Join(" or ", near)}" : "'phonesim profiles' lists them";
        f.Refuse("profile", $"there is no profile \"{name}\"; {hint}");
        return null;
    }
}
