namespace PhoneSim.TestSupport;

/// <summary>
/// A configuration in the shape in which CUCM 12 writes one for a 7821: its elements, their order, its white space and attributes are those of a file published by a phone's owner, the
/// values are ours. No program that judges us made it, so it stands here and not among the vectors.
/// </summary>
public static class CallManagerFile
{
    private const string Name = "cucm12-7821.cnf.xml";

    public static byte[] Bytes { get; } = Read();

    private static byte[] Read()
    {
        using Stream resource = typeof(CallManagerFile).Assembly.GetManifestResourceStream(Name)!;
        using MemoryStream copy = new();
        resource.CopyTo(copy);
        return copy.ToArray();
    }
}
