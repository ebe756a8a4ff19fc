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
        FirmwareProfile? named = f.Node("profile") is { } place ? Profile(place, "profile") : null;
        return f.Node("change") is ObjectNode change && named is not null ? Profiles.Extend(named.Name, change, Errors) : named;
    }

    /// <returns>Null: there is no such profile, and that was said.</returns>
    public FirmwareProfile? Profile(DocumentNode place, string path)
    {
        string name = place.AsText ?? "";
        if (Profiles.Find(name) is { } found)
            return found;
        string hint = Profiles.Suggest(name) is { Count: > 0 } near ? $"; did you mean {string.Join(" or ", near)}" : "; 'phonesim profiles' lists them";
        Errors.Add(place.Error(path, $"there is no profile {place.Found}{hint}"));
        return null;
    }
}
