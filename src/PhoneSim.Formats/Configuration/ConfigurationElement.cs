using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

/// <summary>An element of a configuration with its place, for those who talk about the file rather than use it. Immutable.</summary>
public sealed class ConfigurationElement
{
    private readonly XElement element;
    private readonly ElementPlace place;

    private ConfigurationElement(XElement element, string parent)
    {
        this.element = element;
        place = element.Annotation<ElementPlace>()!;
        Path = parent.Length == 0 ? Name : $"{parent}/{Name}";
        Children = [.. element.Elements().Select(child => new ConfigurationElement(child, Path))];
    }

    public string Name => element.Name.LocalName;

    /// <summary>Names from the root down: <c>device/devicePool</c>.</summary>
    public string Path { get; }

    /// <summary>Of the tag's <c>&lt;</c>, from 1.</summary>
    public int Line => place.Line;

    /// <summary>Of the tag's <c>&lt;</c>, from 1.</summary>
    public int Column => place.Column;

    /// <summary>Without surrounding white space; empty for an element that holds others.</summary>
    public string Text => element.HasElements ? "" : element.Value.Trim();

    public IReadOnlyList<ConfigurationElement> Children { get; }

    /// <summary>Null: it has none of that name.</summary>
    public string? Attribute(string name) => element.Attribute(name)?.Value;

    /// <summary>The root.</summary>
    /// <exception cref="MalformedDataException">As <see cref="PhoneConfiguration.Parse"/>.</exception>
    public static ConfigurationElement Parse(ReadOnlyMemory<byte> xml, string file = "") => new(ConfigurationReader.Load(xml, file), "");

    /// <summary>Every element below along these names.</summary>
    public IEnumerable<ConfigurationElement> Find(params ReadOnlySpan<string> names)
    {
        IEnumerable<ConfigurationElement> found = [this];
        foreach (string name in names)
            found = found.SelectMany(e => e.Children.Where(child => child.Name == name));
        return found;
    }

    /// <summary>This one and all below, in the order of the file.</summary>
    public IEnumerable<ConfigurationElement> All() => Children.SelectMany(child => child.All()).Prepend(this);
}
