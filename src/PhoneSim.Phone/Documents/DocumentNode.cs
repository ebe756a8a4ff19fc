using System.Globalization;

namespace PhoneSim.Phone.Documents;

/// <summary>A value of a JSON or YAML file that knows where it stands, so that an error can point at it.</summary>
public abstract record DocumentNode(string File, int Line, int Column)
{
    /// <summary>What stands there, for the end of a sentence.</summary>
    public abstract string Found { get; }

    /// <summary>Null: it is no text; so for the next two.</summary>
    public virtual string? AsText => null;

    public virtual double? AsNumber => null;

    public virtual bool? AsFlag => null;

    public DocumentError Error(string path, string message) => new(File, Line, Column, path, message);
}

/// <summary>Members in the order written.</summary>
public sealed record ObjectNode(string File, int Line, int Column, IReadOnlyDictionary<string, DocumentNode> Members) : DocumentNode(File, Line, Column)
{
    public override string Found => "an object";

    /// <summary>This object laid over a base: objects merge, everything else replaces.</summary>
    public ObjectNode Over(ObjectNode parent)
    {
        Dictionary<string, DocumentNode> merged = new(parent.Members);
        foreach ((string name, DocumentNode value) in Members)
            merged[name] = value is ObjectNode child && merged.GetValueOrDefault(name) is ObjectNode old ? child.Over(old) : value;
        return this with { Members = merged };
    }
}

public sealed record ArrayNode(string File, int Line, int Column, IReadOnlyList<DocumentNode> Items) : DocumentNode(File, Line, Column)
{
    public override string Found => "a list";
}

public sealed record TextNode(string File, int Line, int Column, string Text) : DocumentNode(File, Line, Column)
{
    public override string Found => $"\"{Text}\"";

    public override string AsText => Text;
}

public sealed record NumberNode(string File, int Line, int Column, double Number) : DocumentNode(File, Line, Column)
{
    public override string Found => Number.ToString(CultureInfo.InvariantCulture);

    public override double? AsNumber => Number;
}

public sealed record FlagNode(string File, int Line, int Column, bool Flag) : DocumentNode(File, Line, Column)
{
    public override string Found => Flag ? "true" : "false";

    public override bool? AsFlag => Flag;
}

/// <summary>A YAML scalar without quotes: text, number or flag, as the field wants it that it stands in; so <c>001122334455</c> keeps its zeros.</summary>
public sealed record PlainNode(string File, int Line, int Column, string Written) : DocumentNode(File, Line, Column)
{
    public override string Found => $"\"{Written}\"";

    public override string AsText => Written;

    public override double? AsNumber => double.TryParse(Written, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number) ? number : null;

    public override bool? AsFlag => Written switch
    {
        "true" => true,
        "false" => false,
        _ => null,
    };
}

public sealed record NullNode(string File, int Line, int Column) : DocumentNode(File, Line, Column)
{
    public override string Found => "null";
}
