namespace PhoneSim.Formats.Configuration;

/// <summary>A place in an XML document that moves forward from node to node.</summary>
internal interface IElementCursor
{
    CursorNode Node { get; }

    /// <summary>Of the root: 0. A start tag and its end tag have the same.</summary>
    int Depth { get; }

    /// <summary>The start tag has no end tag.</summary>
    bool IsEmpty { get; }

    /// <summary>Of the element whose tag it is, without a prefix.</summary>
    string Name { get; }

    /// <summary>With entities resolved. Comments and CDATA sections may divide the text of an element.</summary>
    string Text { get; }

    /// <returns>False: there is no further node.</returns>
    bool Read();

    /// <summary>From a start tag to its end tag; stays on one without.</summary>
    void PassOver();

    /// <summary>Whether the tag is of this rule's element, in no namespace.</summary>
    bool IsOf(ElementRule rule);

    /// <returns>Null: the start tag has no such attribute.</returns>
    string? Attribute(string name);
}
