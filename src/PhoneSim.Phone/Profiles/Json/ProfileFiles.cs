using System.Reflection;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Which files there are, by name; none is opened here.</summary>
internal sealed class ProfileFiles
{
    private const string BuiltIn = "firmware-profiles/";

    private readonly Dictionary<string, ProfileFile> files = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<DocumentError> errors = [];

    public ProfileFiles(IEnumerable<string> folders)
    {
        Assembly assembly = typeof(ProfileFiles).Assembly;
        foreach (string resource in assembly.GetManifestResourceNames().Where(r => r.StartsWith(BuiltIn, StringComparison.Ordinal) && IsProfile(r)))
            Add(new(resource, isBuiltIn: true, () => Read(assembly, resource)));
        foreach (string folder in folders)
            AddFolder(folder);
    }

    /// <summary>Folders that cannot be read, names that two of the user's files share.</summary>
    public IReadOnlyList<DocumentError> Errors => errors;

    public IEnumerable<ProfileFile> All => files.Values.OrderBy(f => f.Name, StringComparer.Ordinal);

    public ProfileFile? this[string name] => files.GetValueOrDefault(name);

    private static bool IsProfile(string file) => file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(".schema.json", StringComparison.Ordinal);

    private static byte[] Read(Assembly assembly, string resource)
    {
        using Stream stream = assembly.GetManifestResourceStream(resource)!;
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private void AddFolder(string folder)
    {
        try
        {
            foreach (string file in Directory.EnumerateFiles(folder).Where(IsProfile).Order(StringComparer.Ordinal))
                AddOfUser(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            errors.Add(new(folder, 0, 0, "", $"must be a folder that can be read: {e.Message}"));
        }
    }

    private void AddOfUser(string file)
    {
        ProfileFile? other = this[Path.GetFileNameWithoutExtension(file)];
        if (other is null or { IsBuiltIn: true })
            Add(new(file, isBuiltIn: false, () => File.ReadAllBytes(file), other));
        else
            errors.Add(new(file, 0, 0, "", $"duplicate name \"{other.Name}\": {other.File} has it too; rename one of the two files"));
    }

    private void Add(ProfileFile file) => files[file.Name] = file;
}
