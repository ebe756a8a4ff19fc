using System.Xml;

namespace PhoneSim.Formats.Configuration;

/// <summary>
/// The element names a thread has met in configurations, each kept as one string: files of a site have the same ones, and to make them anew is a quarter of what reading one allocates.
/// <see cref="NameTable"/> hashes each name with a key against hostile names, a seventh of the instructions of reading a file; here it is asked only for names that are new or share their place.
/// </summary>
internal sealed class KnownNames : XmlNameTable
{
    /// <summary>Our choice: a server may send any names, so the table is begun anew after so many bytes of XML.</summary>
    private const int Limit = 4 * 1024 * 1024;

    [ThreadStatic]
    private static KnownNames? table;

    [ThreadStatic]
    private static int read;

    private readonly NameTable all = new();
    private readonly string?[] places = new string?[1024];

    /// <param name="size">Bytes of the file about to be read.</param>
    public static XmlNameTable For(int size)
    {
        read += size;
        if (table is null || read > Limit)
            (table, read) = (new(), size);
        return table;
    }

    public override string Add(char[] array, int offset, int length)
    {
        if (length == 0)
            return "";
        ReadOnlySpan<char> name = array.AsSpan(offset, length);
        ref string? place = ref places[PlaceOf(name)];
        return place is { } known && name.SequenceEqual(known) ? known : place = all.Add(array, offset, length);
    }

    public override string Add(string array) => all.Add(array);

    public override string? Get(char[] array, int offset, int length) => all.Get(array, offset, length);

    public override string? Get(string array) => all.Get(array);

    private int PlaceOf(ReadOnlySpan<char> name) => ((name.Length * 67) + (name[0] * 31) + (name[name.Length / 2] * 13) + (name[^1] * 7)) & (places.Length - 1);
}
