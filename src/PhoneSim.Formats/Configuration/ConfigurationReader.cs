using System.Collections.Frozen;
using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

/// <summary>Loads configuration XML: no DTD, no external entities, limits on size, depth and text.</summary>
internal static class ConfigurationReader
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = Limits.XmlBytes,
        MaxCharactersFromEntities = Limits.XmlText,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <param name="file">The name it was asked by: <see cref="DefaultConfiguration"/> may have a root of its own.</param>
    /// <param name="kept">Local names of the elements to keep; the others are read, checked and left out with all they hold. Null: all are kept.</param>
    /// <param name="withPlaces">Each element carries an <see cref="ElementPlace"/> as annotation.</param>
    /// <exception cref="MalformedDataException"/>
    public static XElement Load(ReadOnlyMemory<byte> xml, string file = "", FrozenSet<string>? kept = null, bool withPlaces = false)
    {
        if (xml.Length > Limits.XmlBytes)
            throw new MalformedDataException($"{xml.Length} bytes of XML are more than {Limits.XmlBytes}", 0);
        try
        {
            using XmlReader reader = XmlReader.Create(Stream(xml), Settings);
            XElement root = ReadTree(reader, kept, withPlaces);
            return IsRoot(root.Name.LocalName, file) ? root : throw new MalformedDataException($"root element device expected, {Printable.Text(root.Name.LocalName, 40)} found", 0);
        }
        catch (XmlException e)
        {
            throw new MalformedDataException($"no well-formed XML (line {e.LineNumber}, column {e.LinePosition}: {Printable.Text(e.Message, 200)})", 0, inner: e);
        }
    }

    private static bool IsRoot(string name, string file) => name == "device" || name == DefaultConfiguration.Root && DefaultConfiguration.IsNamed(file);

    private static MemoryStream Stream(ReadOnlyMemory<byte> xml) => MemoryMarshal.TryGetArray(xml, out ArraySegment<byte> array)
        ? new(array.Array!, array.Offset, array.Count, writable: false)
        : new(xml.ToArray(), writable: false);

    /// <summary>As XElement.Load, but ends at the first node that is too deep.</summary>
    private static XElement ReadTree(XmlReader reader, FrozenSet<string>? kept, bool withPlaces)
    {
        XElement? root = null, open = null;
        while (ReadNode(reader))
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when root is not null && kept?.Contains(reader.LocalName) == false:
                    PassOver(reader);
                    break;
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    ElementPlace? place = withPlaces ? ElementPlace.Of(reader) : null;
                    XElement element = ReadElement(reader);
                    if (place is not null)
                        element.AddAnnotation(place);
                    root ??= element;
                    open?.Add(element);
                    open = isEmpty ? open : element;
                    break;
                case XmlNodeType.EndElement:
                    open = open!.Parent;
                    break;
                case XmlNodeType.CDATA:
                    open?.Add(new XCData(reader.Value));
                    break;
                case XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open?.Add(reader.Value);
                    break;
            }
        }

        return root!;
    }

    private static bool ReadNode(XmlReader reader) =>
        reader.Read() && (reader.Depth <= Limits.XmlDepth ? true : throw new MalformedDataException($"elements more than {Limits.XmlDepth} deep", 0));

    /// <summary>To the end of the element, wherever it is.</summary>
    private static void PassOver(XmlReader reader)
    {
        int depth = reader.Depth;
        bool isEmpty = reader.IsEmptyElement;
        while (!isEmpty && ReadNode(reader) && reader.Depth > depth)
            continue;
    }

    private static XElement ReadElement(XmlReader reader)
    {
        XElement element = new(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
            element.Add(new XAttribute(XName.Get(reader.LocalName, reader.Prefix.Length == 0 ? "" : reader.NamespaceURI), reader.Value));
        return element;
    }
}
