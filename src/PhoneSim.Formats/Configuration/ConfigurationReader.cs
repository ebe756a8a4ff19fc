using System.Runtime.InteropServices;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace PhoneSim.Formats.Configuration;

/// <summary>Reads configuration XML: no DTD, no external entities, limits on size, depth and text.</summary>
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

    /// <summary>The whole file as a tree, each element with its <see cref="ElementPlace"/> as annotation.</summary>
    /// <param name="file">The name it was asked by: <see cref="DefaultConfiguration"/> may have a root of its own.</param>
    /// <exception cref="MalformedDataException"/>
    public static XElement Load(ReadOnlyMemory<byte> xml, string file = "") => Read(xml, reader =>
    {
        XElement root = ReadTree(reader);
        CheckRoot(root.Name.LocalName, file);
        return root;
    });

    /// <summary>What a phone looks at, but for its lines, in one pass and without a tree.</summary>
    /// <param name="file">The name it was asked by: <see cref="DefaultConfiguration"/> may have a root of its own.</param>
    /// <exception cref="MalformedDataException"/>
    public static ConfigurationDraft Facts(ReadOnlyMemory<byte> xml, string file)
    {
        ConfigurationDraft draft = Draft(xml, static root => root == DefaultConfiguration.Root ? ConfigurationElements.Default : ConfigurationElements.Device);
        CheckRoot(draft.Root, file);
        return draft;
    }

    /// <summary>The lines of a file that was read before.</summary>
    public static IReadOnlyList<SipLine> Lines(ReadOnlyMemory<byte> xml) => Draft(xml, static _ => ConfigurationElements.Lines).Lines;

    private static ConfigurationDraft Draft(ReadOnlyMemory<byte> xml, Func<string, ElementRule> ruleOf) => PlainDraft(xml.Span, ruleOf) ?? Read(xml, reader =>
    {
        XmlReaderCursor cursor = new(reader);
        return DraftReader.Read(ref cursor, ruleOf);
    });

    /// <returns>Null: the file is not plain, or too large.</returns>
    private static ConfigurationDraft? PlainDraft(ReadOnlySpan<byte> xml, Func<string, ElementRule> ruleOf)
    {
        if (xml.Length > Limits.XmlBytes)
            return null;
        PlainXml plain = new(xml, stackalloc (int, int)[PlainXml.MostOpen]);
        ConfigurationDraft draft = DraftReader.Read(ref plain, ruleOf);
        return plain.IsPlain ? draft : null;
    }

    private static T Read<T>(ReadOnlyMemory<byte> xml, Func<XmlReader, T> read)
    {
        if (xml.Length > Limits.XmlBytes)
            throw new MalformedDataException($"{xml.Length} bytes of XML are more than {Limits.XmlBytes}", 0);
        try
        {
            using XmlReader reader = XmlReader.Create(Stream(xml), Settings, Context());
            return read(reader);
        }
        catch (XmlException e)
        {
            throw new MalformedDataException($"no well-formed XML (line {e.LineNumber}, column {e.LinePosition}: {Printable.Text(e.Message, 200)})", 0, inner: e);
        }
    }

    /// <summary>Call managers write <c>&lt;device xsi:type="axl:XIPPhone" …&gt;</c> and declare no prefix: observed in files of CUCM 11 and 12, and hobby configurations copy it.</summary>
    private static XmlParserContext Context()
    {
        NameTable names = new();
        XmlNamespaceManager known = new(names);
        known.AddNamespace("xsi", XmlSchema.InstanceNamespace);
        return new(names, known, null, XmlSpace.None);
    }

    private static void CheckRoot(string name, string file)
    {
        if (name != "device" && !(name == DefaultConfiguration.Root && DefaultConfiguration.IsNamed(file)))
            throw new MalformedDataException($"root element device expected, {Printable.Text(name, 40)} found", 0);
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> xml) => MemoryMarshal.TryGetArray(xml, out ArraySegment<byte> array)
        ? new(array.Array!, array.Offset, array.Count, writable: false)
        : new(xml.ToArray(), writable: false);

    /// <summary>As XElement.Load, but ends at the first node that is too deep.</summary>
    private static XElement ReadTree(XmlReader reader)
    {
        XElement? root = null, open = null;
        XmlReaderCursor cursor = new(reader);
        while (cursor.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    bool isEmpty = reader.IsEmptyElement;
                    XElement element = ReadTag(reader);
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

    private static XElement ReadTag(XmlReader reader)
    {
        ElementPlace place = ElementPlace.Of(reader);
        XElement element = new(XName.Get(reader.LocalName, reader.NamespaceURI));
        element.AddAnnotation(place);
        while (reader.MoveToNextAttribute())
            element.Add(new XAttribute(XName.Get(reader.LocalName, reader.Prefix.Length == 0 ? "" : reader.NamespaceURI), reader.Value));
        Declare(element);
        return element;
    }

    /// <summary>Written again, the element keeps its prefix, and the file is well formed for everybody.</summary>
    private static void Declare(XElement element)
    {
        if (element.Attributes().Any(a => a.Name.Namespace == XmlSchema.InstanceNamespace) && element.GetPrefixOfNamespace(XmlSchema.InstanceNamespace) is null)
            element.Add(new XAttribute(XNamespace.Xmlns + "xsi", XmlSchema.InstanceNamespace));
    }
}
