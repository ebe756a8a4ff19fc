using System.Reflection;
using PhoneSim.Phone.Profiles.Json;

namespace PhoneSim.Phone.Profiles;

/// <summary>The built-in profiles and those of the user's folders, by name. A profile is read when it is asked for.</summary>
public sealed class ProfileStore
{
    private const string BuiltIn = "firmware-profiles/";

    private readonly Dictionary<string, ProfileSource> sources = new(StringComparer.Ordinal);

    /// <param name="folders">The user's own, later ones win; a file <c>NAME.json</c> there replaces the built-in one of that name.</param>
    public ProfileStore(params IEnumerable<string> folders)
    {
        foreach (string resource in typeof(ProfileStore).Assembly.GetManifestResourceNames().Where(IsProfile))
            Add(resource, () => ReadResource(resource));
        foreach (string file in folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)).Where(IsProfile))
            Add(file, () => File.ReadAllBytes(file));
    }

    /// <summary>The profiles a phone can have, by name; family files (<c>"abstract": true</c>) are not among them.</summary>
    /// <exception cref="ProfileException">A file is no valid profile.</exception>
    public IReadOnlyList<string> Names => [.. sources.Keys.Where(name => !IsAbstract(name)).Order(StringComparer.Ordinal)];

    /// <summary>Null: there is no such profile.</summary>
    /// <exception cref="ProfileException">The profile or one it extends is not valid: all errors at once.</exception>
    public FirmwareProfile? Find(string name)
    {
        if (!sources.ContainsKey(name))
            return null;
        List<ProfileError> errors = [];
        FirmwareProfile? profile = Load(name, [], errors) is { } node ? ProfileBinder.Bind(name, node, errors) : null;
        return errors.Count == 0 ? profile : throw new ProfileException(errors);
    }

    /// <summary>All errors of all profiles; empty when everything is well.</summary>
    public IReadOnlyList<ProfileError> Validate()
    {
        List<ProfileError> errors = [];
        foreach (string name in sources.Keys.Order(StringComparer.Ordinal))
            if (Load(name, [], errors) is { } node && node.Members.GetValueOrDefault("abstract") is not FlagNode { Flag: true })
                ProfileBinder.Bind(name, node, errors);
        return [.. errors.Distinct().OrderBy(e => e.File, StringComparer.Ordinal).ThenBy(e => e.Line)];
    }

    /// <summary>Names near a mistyped one, nearest first; at most three.</summary>
    public IReadOnlyList<string> Suggest(string name) =>
        [.. Names.Select(known => (known, distance: EditDistance.Between(name, known))).Where(p => p.distance <= 3 || p.known.StartsWith(name, StringComparison.Ordinal)).OrderBy(p => p.distance).Select(p => p.known).Take(3)];

    private static bool IsProfile(string file) => file.EndsWith(".json", StringComparison.Ordinal) && !file.EndsWith(".schema.json", StringComparison.Ordinal);

    private static byte[] ReadResource(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using MemoryStream copy = new();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    private void Add(string file, Func<byte[]> read)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        ProfileSource? builtIn = sources.GetValueOrDefault(name) is { IsBuiltIn: true } old ? old : null;
        sources[name] = new(file, read, file.StartsWith(BuiltIn, StringComparison.Ordinal), builtIn);
    }

    private bool IsAbstract(string name)
    {
        List<ProfileError> errors = [];
        ObjectNode? node = sources[name].Parse(errors);
        return node?.Members.GetValueOrDefault("abstract") is FlagNode { Flag: true };
    }

    private ObjectNode? Load(string name, HashSet<string> path, List<ProfileError> errors)
    {
        ObjectNode? own = sources[name].Parse(errors);
        if (own?.Members.GetValueOrDefault("extends") is not { } extends)
            return own;
        path.Add(name);
        return Parent(name, extends, path, errors) is { } parent ? own.Over(parent) : null;
    }

    private ObjectNode? Parent(string name, ProfileNode extends, HashSet<string> path, List<ProfileError> errors)
    {
        string? problem = extends switch
        {
            not TextNode => "\"extends\" must be the name of a profile",
            TextNode text when text.Text == name && sources[name].BuiltIn is null => $"\"{name}\" extends itself",
            TextNode text when text.Text != name && path.Contains(text.Text) => $"\"extends\" runs in a circle: {string.Join(" -> ", path.Append(text.Text))}",
            TextNode text when !sources.ContainsKey(text.Text) => $"there is no profile \"{text.Text}\" to extend",
            _ => null,
        };
        if (problem is not null)
        {
            errors.Add(new(extends.File, extends.Line, extends.Column, problem));
            return null;
        }

        string parent = ((TextNode)extends).Text;
        ObjectNode? node = parent == name ? LoadBuiltIn(sources[name].BuiltIn!, path, errors) : Load(parent, path, errors);
        return node is null ? null : Concrete(node);
    }

    /// <summary>A user's file may extend the built-in one of its own name.</summary>
    private ObjectNode? LoadBuiltIn(ProfileSource builtIn, HashSet<string> path, List<ProfileError> errors)
    {
        ObjectNode? own = builtIn.Parse(errors);
        return own?.Members.GetValueOrDefault("extends") is TextNode extends && Load(extends.Text, path, errors) is { } parent
            ? own.Over(Concrete(parent))
            : own;
    }

    /// <summary>"abstract" is a family file's own and not handed down.</summary>
    private static ObjectNode Concrete(ObjectNode node) => node with { Members = node.Members.Where(m => m.Key != "abstract").ToDictionary() };

    /// <param name="BuiltIn">The profile of the same name that this one replaces; null: none.</param>
    private sealed record ProfileSource(string File, Func<byte[]> Read, bool IsBuiltIn, ProfileSource? BuiltIn)
    {
        private ObjectNode? parsed;

        public ObjectNode? Parse(List<ProfileError> errors) => parsed ??= ProfileParser.Parse(File, Read(), errors);
    }
}
