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

    /// <exception cref="MalformedDataException"/>
    public static XElement Load(ReadOnlyMemory<byte> xml)
    {
        if (xml.Length > Limits.XmlBytes)
            throw new MalformedDataException($"{xml.Length} bytes of XML are more than {Limits.XmlBytes}", 0);
        try
        {
            CheckDepth(xml);
            using XmlReader reader = Open(xml);
            XElement root = XElement.Load(reader);
            return root.Name.LocalName == "device" ? root : throw new MalformedDataException($"root element device expected, {Printable.Text(root.Name.LocalName, 40)} found", 0);
        }
        catch (XmlException e)
        {
            throw new MalformedDataException($"no well-formed XML (line {e.LineNumber}, column {e.LinePosition}: {Printable.Text(e.Message, 200)})", 0);
        }
    }

    private static XmlReader Open(ReadOnlyMemory<byte> xml) => XmlReader.Create(new MemoryStream(xml.ToArray(), writable: false), Settings);

    private static void CheckDepth(ReadOnlyMemory<byte> xml)
    {
        using XmlReader reader = Open(xml);
        while (reader.Read())
            if (reader.Depth > Limits.XmlDepth)
                throw new MalformedDataException($"elements more than {Limits.XmlDepth} deep", 0);
    }
}
