using System.Text.Json;

namespace PhoneSim.TestSupport;

public sealed record TranscriptMessage(bool FromPhone, byte[] Bytes);

/// <summary>What went through the TLS tunnel of one real session (tests/Vectors/capf and tvs).</summary>
public sealed record Transcript(string Name, IReadOnlyList<TranscriptMessage> Messages)
{
    /// <param name="protocol"><c>capf</c> or <c>tvs</c>.</param>
    public static IReadOnlyList<Transcript> All(string protocol)
    {
        using JsonDocument json = JsonDocument.Parse(Vectors.Text($"{protocol}/transcripts.json"));
        return [.. json.RootElement.EnumerateObject().Select(c => new Transcript(c.Name, [.. c.Value.GetProperty("messages").EnumerateArray().Select(Read)]))];
    }

    public static Transcript Of(string protocol, string name) => All(protocol).Single(transcript => transcript.Name == name);

    private static TranscriptMessage Read(JsonElement message) =>
        new(message.GetProperty("from").GetString() == "phone", Convert.FromHexString(message.GetProperty("hex").GetString()!));
}
