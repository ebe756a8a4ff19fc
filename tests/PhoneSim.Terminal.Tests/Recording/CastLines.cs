using System.Text;
using System.Text.Json;

namespace PhoneSim.Terminal.Tests.Recording;

/// <summary>A recording, held to asciicast v2 line by line as it is read.</summary>
internal sealed class CastLines
{
    public CastLines(Stream file)
    {
        string[] lines = new StreamReader(file, new UTF8Encoding(false, true)).ReadToEnd().TrimEnd('\n').Split('\n');
        Header = JsonDocument.Parse(lines[0]).RootElement;
        Assert.Equal(2, Header.GetProperty("version").GetInt32());
        Assert.All((string[])["width", "height"], name => Assert.InRange(Header.GetProperty(name).GetInt32(), 1, 1000));
        Events = [.. lines.Skip(1).Select(line => JsonDocument.Parse(line).RootElement).Select(Event)];
        Assert.Equal(Events.Select(e => e.Time).Order(), Events.Select(e => e.Time));
    }

    public JsonElement Header { get; }

    public IReadOnlyList<(double Time, string Code, string Data)> Events { get; }

    public string Output => string.Concat(Events.Where(e => e.Code == "o").Select(e => e.Data));

    private static (double, string, string) Event(JsonElement line)
    {
        Assert.Equal(3, line.GetArrayLength());
        Assert.Contains(line[1].GetString(), (string[])["o", "r"]);
        Assert.InRange(line[0].GetDouble(), 0, double.MaxValue);
        return (line[0].GetDouble(), line[1].GetString()!, line[2].GetString()!);
    }
}
