using System.Text;
using System.Text.Json;
using PhoneSim.Formats;

namespace PhoneSim.Evidence.Explain;

/// <summary>The lines of <c>phonesim boot --json</c>, kept in a file.</summary>
/// <param name="Lines">Events and results, in order; their own copies.</param>
public sealed record SavedRun(IReadOnlyList<JsonElement> Lines)
{
    /// <summary>Our choice, far above the events of a long fleet run.</summary>
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>Looks like one: begins with a JSON object.</summary>
    public static bool Recognises(ReadOnlySpan<byte> file) => file.TrimStart(" \t\r\n"u8) is [(byte)'{', ..];

    /// <summary>A last line that is cut off is left out, as when the run was killed.</summary>
    /// <exception cref="MalformedDataException"/>
    public static SavedRun Parse(ReadOnlySpan<byte> file)
    {
        if (file.Length > MostBytes)
            throw new MalformedDataException($"a run of {file.Length} bytes; {MostBytes} are the most", MostBytes);
        string[] lines = Encoding.UTF8.GetString(file).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<JsonElement> read = [];
        for (int i = 0; i < lines.Length; i++)
            if (ParseLine(lines[i]) is { ValueKind: JsonValueKind.Object } line)
                read.Add(line);
            else if (i < lines.Length - 1)
                throw new MalformedDataException($"line {i + 1} is no JSON object", 0);
        return new(read);
    }

    private static JsonElement? ParseLine(string line)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
