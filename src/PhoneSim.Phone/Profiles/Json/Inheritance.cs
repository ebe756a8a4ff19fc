using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>A file laid over all that it extends.</summary>
/// <param name="Profile">Null: the file itself is no JSON object.</param>
/// <param name="IsWhole">Everything it extends is there.</param>
internal sealed record Inheritance(ObjectNode? Profile, bool IsWhole)
{
    public static Inheritance Of(ProfileFile file, ProfileFiles files, List<DocumentError> errors) => Of(file, files, [], errors);

    private static Inheritance Of(ProfileFile file, ProfileFiles files, List<ProfileFile> path, List<DocumentError> errors)
    {
        path.Add(file);
        errors.AddRange(file.Errors);
        if (file.Profile is not { } own || own.Members.GetValueOrDefault("extends") is not { } extends)
            return new(file.Profile, file.Profile is not null);
        if (Parent(file, extends, files, path, errors) is not { } parent)
            return new(own, false);
        Inheritance inherited = Of(parent, files, path, errors);
        return inherited.Profile is { } below ? new(own.Over(Concrete(below)), inherited.IsWhole) : new(own, false);
    }

    private static ProfileFile? Parent(ProfileFile file, DocumentNode extends, ProfileFiles files, List<ProfileFile> path, List<DocumentError> errors)
    {
        string? name = (extends as TextNode)?.Text;
        ProfileFile? parent = name is null ? null : string.Equals(name, file.Name, StringComparison.OrdinalIgnoreCase) ? file.Replaced ?? file : files[name];
        string? problem = (name, parent) switch
        {
            (null, _) => $"must be the name of a profile or family; found {extends.Found}",
            (_, null) => $"there is no profile \"{name}\" to extend{Hint(name, files)}",
            _ when path.Contains(parent) => $"runs in a circle: {string.Join(" -> ", path.SkipWhile(f => f != parent).Append(parent).Select(f => f.Name))}",
            _ => null,
        };
        if (problem is not null)
            errors.Add(extends.Error("extends", problem));
        return problem is null ? parent : null;
    }

    private static string Hint(string name, ProfileFiles files) =>
        EditDistance.Nearest(name, files.All.Select(f => f.Name)) is { Count: > 0 } near ? $"; did you mean {string.Join(" or ", near.Select(n => $"\"{n}\""))}?" : "";

    /// <summary>"abstract" is a family file's own and not handed down.</summary>
    private static ObjectNode Concrete(ObjectNode node) => node with { Members = node.Members.Where(m => m.Key != "abstract").ToDictionary() };
}
