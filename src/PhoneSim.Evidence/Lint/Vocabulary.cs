using System.Text.Json;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Evidence.Lint;

/// <summary>The elements of <c>vocabulary.json</c>.</summary>
internal sealed class Vocabulary
{
    private static readonly Lazy<Vocabulary> Read = new(() => new());

    private readonly Dictionary<string, Dictionary<string, VocabularyWord>> groups = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private readonly ILookup<string, VocabularyWord> byName;

    private Vocabulary()
    {
        using JsonDocument document = LintData.Open("vocabulary.json");
        foreach (JsonElement group in document.RootElement.GetProperty("groups").EnumerateArray())
            Add(group);
        byName = groups.Values.SelectMany(g => g.Values).ToLookup(word => word.Name, StringComparer.OrdinalIgnoreCase);
    }

    public static Vocabulary Known => Read.Value;

    /// <summary>Null: phones know no such element there.</summary>
    public VocabularyWord? Find(string parent, string name) => groups.TryGetValue(parent, out Dictionary<string, VocabularyWord>? group) ? group.GetValueOrDefault(name) ?? group.GetValueOrDefault(Letters(name) + '#') : null;

    /// <summary>More may stand there than is listed.</summary>
    public bool IsOpen(string path) => open.Contains(path);

    /// <summary>What such an element holds is not listed at all.</summary>
    public bool IsListed(string path) => groups.ContainsKey(path);

    /// <summary>Elements of that name, in that spelling, wherever they stand.</summary>
    public IEnumerable<VocabularyWord> Elsewhere(string name) => byName[name].Where(word => word.Name == name);

    /// <summary>What was probably meant: another case, a letter or two away; first what may stand there. Null: nothing is near.</summary>
    public VocabularyWord? Near(string parent, string name)
    {
        IEnumerable<VocabularyWord> here = groups.TryGetValue(parent, out Dictionary<string, VocabularyWord>? group) ? group.Values : [];
        return Nearest(name, here) ?? Nearest(name, byName.SelectMany(words => words));
    }

    private static VocabularyWord? Nearest(string name, IEnumerable<VocabularyWord> words) => words
        .Select(word => (word, distance: EditDistance.Between(name.ToUpperInvariant(), word.Name.ToUpperInvariant())))
        .Where(w => w.distance <= Allowed(name) && Letters(w.word.Name) != Letters(name) || w.distance == 0)
        .OrderBy(w => w.distance).ThenBy(w => w.word.Path.Length).Select(w => w.word).FirstOrDefault();

    /// <summary>usb3 is no misspelt usb2.</summary>
    private static string Letters(string name) => string.Concat(name.Where(c => !char.IsAsciiDigit(c)));

    private static int Allowed(string name) => name.Length switch
    {
        < 5 => 0,
        < 9 => 1,
        _ => 2,
    };

    private void Add(JsonElement group)
    {
        string path = group.GetProperty("path").GetString()!;
        string source = group.GetProperty("source").GetString()!;
        if (group.TryGetProperty("as", out JsonElement other))
        {
            AddAs(path, other.GetString()!);
            return;
        }

        if (group.TryGetProperty("open", out JsonElement isOpen) && isOpen.GetBoolean())
            open.Add(path);
        if (!groups.TryGetValue(path, out Dictionary<string, VocabularyWord>? words))
            groups[path] = words = new(StringComparer.Ordinal);
        foreach (JsonProperty element in group.GetProperty("elements").EnumerateObject())
            words[element.Name] = new(path, element.Name, ValueForm.Parse(element.Value.GetString()!), source);
    }

    private void AddAs(string path, string other)
    {
        groups[path] = groups[other];
        if (open.Contains(other))
            open.Add(path);
    }
}
