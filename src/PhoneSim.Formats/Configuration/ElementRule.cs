using System.Text;

namespace PhoneSim.Formats.Configuration;

/// <summary>What is read of an element at one place of a configuration. Elements without a rule are checked and passed over.</summary>
/// <param name="children">Rules of the elements directly within.</param>
internal sealed class ElementRule(string name, params ElementRule[] children)
{
    /// <summary>Where a text goes.</summary>
    public delegate ref string? Place(ConfigurationDraft draft);

    public string Name => name;

    public byte[] NameBytes { get; } = Encoding.ASCII.GetBytes(name);

    /// <summary>Its trimmed text goes there unless an earlier one did; null: nobody asks for it.</summary>
    public Place? Text { get; init; }

    /// <summary>The attribute that <see cref="Begins"/> asks for.</summary>
    public string? Attribute { get; init; }

    /// <summary>Called at the start tag with the value of <see cref="Attribute"/>; null: it has none.</summary>
    public Action<ConfigurationDraft, string?>? Begins { get; init; }

    /// <summary>Called behind the end tag.</summary>
    public Action<ConfigurationDraft>? Ends { get; init; }

    /// <summary>The rule of the element at whose start tag the cursor is; null: none.</summary>
    public ElementRule? RuleOf<TCursor>(ref TCursor cursor)
        where TCursor : struct, IElementCursor, allows ref struct
    {
        foreach (ElementRule child in children)
            if (cursor.IsOf(child))
                return child;
        return null;
    }
}
