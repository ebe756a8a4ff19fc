using System.Text.Json;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>Reads JSON (comments and trailing commas allowed) into nodes with places.</summary>
internal ref struct ProfileParser
{
    private readonly string file;
    private readonly ReadOnlySpan<byte> text;
    private readonly List<ProfileError> errors;
    private Utf8JsonReader reader;

    private ProfileParser(string file, ReadOnlySpan<byte> text, List<ProfileError> errors)
    {
        (this.file, this.errors) = (file, errors);
        this.text = text;
        reader = new(text, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, MaxDepth = 32 });
    }

    /// <summary>Null: no JSON object; the errors say why.</summary>
    public static ObjectNode? Parse(string file, ReadOnlySpan<byte> text, List<ProfileError> errors)
    {
        try
        {
            ProfileParser parser = new(file, text, errors);
            parser.reader.Read();
            if (parser.ReadValue() is ObjectNode profile)
                return profile;
            errors.Add(new(file, 1, 1, "a profile is a JSON object"));
        }
        catch (JsonException e)
        {
            errors.Add(new(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "no valid JSON here"));
        }

        return null;
    }

    private ProfileNode ReadValue()
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
        Dictionary<string, ProfileNode> members = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            (int nameLine, int nameColumn) = Place();
            string name = reader.GetString()!;
            reader.Read();
            if (!members.TryAdd(name, ReadValue()))
                errors.Add(new(file, nameLine, nameColumn, $"field \"{name}\" stands here a second time"));
        }

        return new(file, line, column, members);
    }

    private ArrayNode ReadArray(int line, int column)
    {
        List<ProfileNode> items = [];
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(ReadValue());
        return new(file, line, column, items);
    }

    private readonly (int Line, int Column) Place()
    {
        ReadOnlySpan<byte> before = text[..(int)reader.TokenStartIndex];
        return (before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1);
    }
}
