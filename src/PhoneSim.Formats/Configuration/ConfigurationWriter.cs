using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace PhoneSim.Formats.Configuration;

internal static class ConfigurationWriter
{
    private static readonly XmlWriterSettings Settings = new() { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true };

    /// <summary>UTF-8, indented by two, one declaration line, a newline at the end.</summary>
    public static byte[] Write(XElement device)
    {
        StringBuilder text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using (XmlWriter writer = XmlWriter.Create(text, Settings))
            device.WriteTo(writer);
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }
}
