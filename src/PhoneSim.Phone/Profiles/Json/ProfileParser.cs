using System.Text;
using System.Text.Json;
using PhoneSim.Phone.Documents;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Reads JSON (comments and trailing commas allowed) into nodes with places.</summary>
internal ref struct ProfileParser
{
    private readonly string file;
    private readonly ReadOnlySpan<byte> text;
    private readonly List<DocumentError> errors;
    private Utf8JsonReader reader;

    private ProfileParser(string file, ReadOnlySpan<byte> text, List<DocumentError> errors)
    {
        (this.file, this.errors) = (file, errors);
        this.text = text;
        reader = new(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
    }

    /// <summary>Null: no JSON object; the errors say why.</summary>
    public static (ObjectNode? Profile, IReadOnlyList<DocumentError> Errors) Parse(string file, ReadOnlySpan<byte> text)
    {
        List<DocumentError> errors = [];
        text = text.StartsWith("\uFEFF"u8) ? text[3..] : text;
        ProfileParser parser = new(file, text, errors);
        try
        {
            return (parser.ReadProfile(), errors);
        }
        catch (JsonException e)
        {
            errors.Add(new(file, (int)(e.LineNumber ?? 0) + 1, ColumnOf(text, e), "", $"no valid JSON here: {Sentence(e)}"));
        }
        catch (InvalidOperationException)
        {
            // Utf8JsonReader's word for a text that is not UTF-8 or holds half a surrogate pair.
            (int line, int column) = parser.Place();
            errors.Add(new(file, line, column, "", "text that is not valid UTF-8"));
        }

        return (null, errors);
    }

    private static int ColumnOf(ReadOnlySpan<byte> text, JsonException e)
    {
        for (long line = e.LineNumber ?? 0; line > 0; line--)
            text = text[(text.IndexOf((byte)'\n') + 1)..];
        return Encoding.UTF8.GetCharCount(text[..(int)Math.Min(e.BytePositionInLine ?? 0, text.Length)]) + 1;
    }

    private static string Sentence(JsonException e) =>
        e.Message.IndexOf(" LineNumber:", StringComparison.Ordinal) is var end and >= 0 ? e.Message[..end] : e.Message;

    private ObjectNode? ReadProfile()
    {
        reader.Read();
        DocumentNode profile = ReadValue();
        reader.Read();
        if (profile is not ObjectNode)
            errors.Add(profile.Error("", $"a profile is an object in braces, not {profile.Found}"));
        return profile as ObjectNode;
    }

    private DocumentNode ReadValue()
    {
        (int line, int column) = Place();
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(line, column),
            JsonTokenType.StartArray => ReadArray(line, column),
            JsonTokenType.String => new TextNode(file, line, column, reader.GetString()!),
            JsonTokenType.Number => new NumberNode(file, line, column, reader.GetDouble()),
            JsonTokenType.True or JsonTokenType.False => new FlagNode(file, line, column, reader.GetBoolean()),
            _ => new NullNode(file, line, column),
        };
    }

    private ObjectNode ReadObject(int line, int column)
    {
        Dictionary<string, DocumentNode> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            (int nameLine, int nameColumn) = Place();
            string name = reader.GetString()!;
            reader.Read();
            if (!members.TryAdd(name, ReadValue()))
                errors.Add(new(file, nameLine, nameColumn, name, $"stands here a second time; the first is in line {members[name].Line}"));
        }

        return new(file, line, column, members);
    }

    private ArrayNode ReadArray(int line, int column)
    {
        List<DocumentNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue());
        return new(file, line, column, items);
    }

    private readonly (int Line, int Column) Place()
    {
        ReadOnlySpan<byte> before = text[..(int)reader.TokenStartIndex];
        return (before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1);
    }
}
