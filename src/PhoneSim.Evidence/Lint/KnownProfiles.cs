using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>The built-in profiles, asked whose a load is.</summary>
internal static class KnownProfiles
{
    private static readonly Lazy<IReadOnlyList<FirmwareProfile>> All = new(ReadAll);

    /// <summary>Empty: nothing is known about a load of that name.</summary>
    public static IReadOnlyList<FirmwareProfile> WithLoad(string load) => [.. All.Value.Where(profile => profile.Runs(load))];

    private static IReadOnlyList<FirmwareProfile> ReadAll()
    {
        ProfileStore store = new();
        return [.. store.Names.Select(name => store.Find(name)!)];
    }
}
