using System.Xml;

namespace PhoneSim.Formats.Configuration;

/// <summary>What is read of an element at one place of a configuration. Elements without a rule are checked and passed over.</summary>
/// <param name="children">Rules of the elements directly within.</param>
internal sealed class ElementRule(string name, params ElementRule[] children)
{
    /// <summary>Where a text goes.</summary>
    public delegate ref string? Place(ConfigurationDraft draft);

    public string Name => name;

    /// <summary>Its trimmed text goes there unless an earlier one did; null: nobody asks for it.</summary>
    public Place? Text { get; init; }

    /// <summary>Called at the start tag, on which the reader stands.</summary>
    public Action<ConfigurationDraft, XmlReader>? Begins { get; init; }

    /// <summary>Called behind the end tag.</summary>
    public Action<ConfigurationDraft>? Ends { get; init; }

    /// <summary>The rule of the element on which the reader stands, in no namespace; null: none.</summary>
    public ElementRule? RuleOf(XmlReader reader)
    {
        string local = reader.LocalName;
        foreach (ElementRule child in children)
            if (child.Name == local && reader.NamespaceURI.Length == 0)
                return child;
        return null;
    }
}
