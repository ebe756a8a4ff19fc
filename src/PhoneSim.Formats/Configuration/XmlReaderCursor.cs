using System.Xml;

namespace PhoneSim.Formats.Configuration;

/// <summary>Any XML, by System.Xml.</summary>
internal readonly struct XmlReaderCursor(XmlReader reader) : IElementCursor
{
    public CursorNode Node => reader.NodeType switch
    {
        XmlNodeType.Element => CursorNode.StartTag,
        XmlNodeType.EndElement => CursorNode.EndTag,
        XmlNodeType.Text or XmlNodeType.CDATA => CursorNode.Text,
        _ => CursorNode.Other,
    };

    public int Depth => reader.Depth;

    public bool IsEmpty => reader.IsEmptyElement;

    public string Name => reader.LocalName;

    public string Text => reader.Value;

    /// <exception cref="MalformedDataException">Elements are too deep.</exception>
    public bool Read() => reader.Read() && (reader.Depth <= Limits.XmlDepth ? true : throw new MalformedDataException($"elements more than {Limits.XmlDepth} deep", 0));

    public void PassOver()
    {
        int depth = Depth;
        bool isEmpty = IsEmpty;
        while (!isEmpty && Read() && Depth > depth)
            continue;
    }

    public bool IsOf(ElementRule rule) => reader.LocalName == rule.Name && reader.NamespaceURI.Length == 0;

    public string? Attribute(string name) => reader.GetAttribute(name);
}
