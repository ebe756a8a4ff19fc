using System.Globalization;

namespace PhoneSim.Phone.Profiles.Json;

/// <summary>A JSON value that knows where it stands, so that an error can point at it.</summary>
internal abstract record ProfileNode(string File, int Line, int Column)
{
    /// <summary>What stands there, for the end of a sentence.</summary>
    public abstract string Found { get; }

    public ProfileError Error(string path, string message) => new(File, Line, Column, path, message);
}

/// <summary>Members in the order written.</summary>
internal sealed record ObjectNode(string File, int Line, int Column, IReadOnlyDictionary<string, ProfileNode> Members) : ProfileNode(File, Line, Column)
{
    public override string Found => "an object";

    /// <summary>This object laid over a base: objects merge, everything else replaces.</summary>
    public ObjectNode Over(ObjectNode parent)
    {
        Dictionary<string, ProfileNode> merged = new(parent.Members);
        foreach ((string name, ProfileNode value) in Members)
            merged[name] = value is ObjectNode child && merged.GetValueOrDefault(name) is ObjectNode old ? child.Over(old) : value;
        return this with { Members = merged };
    }
}

internal sealed record ArrayNode(string File, int Line, int Column, IReadOnlyList<ProfileNode> Items) : ProfileNode(File, Line, Column)
{
    public override string Found => "a list";
}

internal sealed record TextNode(string File, int Line, int Column, string Text) : ProfileNode(File, Line, Column)
{
    public override string Found => $"\"{Text}\"";
}

internal sealed record NumberNode(string File, int Line, int Column, double Number) : ProfileNode(File, Line, Column)
{
    public override string Found => Number.ToString(CultureInfo.InvariantCulture);
}

internal sealed record FlagNode(string File, int Line, int Column, bool Flag) : ProfileNode(File, Line, Column)
{
    public override string Found => Flag ? "true" : "false";
}

internal sealed record NullNode(string File, int Line, int Column) : ProfileNode(File, Line, Column)
{
    public override string Found => "null";
}
