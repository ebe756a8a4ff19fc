using System.Xml;

namespace PhoneSim.Formats.Configuration;

/// <summary>Where an element's tag begins, both counted from 1.</summary>
internal sealed record ElementPlace(int Line, int Column)
{
    /// <summary>Of the element the reader stands on.</summary>
    public static ElementPlace Of(XmlReader reader)
    {
        IXmlLineInfo info = (IXmlLineInfo)reader;
        return new(info.LineNumber, info.LinePosition - 1);
    }
}
