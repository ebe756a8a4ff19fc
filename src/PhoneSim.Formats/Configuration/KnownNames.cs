using System.Xml;

namespace PhoneSim.Formats.Configuration;

/// <summary>The element names a thread has met in configurations, each kept as one string: files of a site have the same ones, and to make them anew is a quarter of what reading one allocates.</summary>
internal static class KnownNames
{
    /// <summary>Our choice: a server may send any names, so the table is begun anew after so many bytes of XML.</summary>
    private const int Limit = 4 * 1024 * 1024;

    [ThreadStatic]
    private static NameTable? table;

    [ThreadStatic]
    private static int read;

    /// <param name="size">Bytes of the file about to be read.</param>
    public static XmlNameTable For(int size)
    {
        read += size;
        if (table is null || read > Limit)
            (table, read) = (new(), size);
        return table;
    }
}
