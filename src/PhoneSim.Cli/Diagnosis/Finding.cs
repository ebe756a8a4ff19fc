using System.Text.Json;

namespace PhoneSim.Cli.Diagnosis;

/// <param name="Detail">What was found, and for what is not there: what it costs the user or how to get it.</param>
internal sealed record Finding(FindingVerdict Verdict, string Name, string Detail)
{
    public string Word => Verdict switch
    {
        FindingVerdict.Fine => "ok",
        FindingVerdict.Limited => "limited",
        _ => "missing",
    };

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type", "finding");
        json.WriteString("name", Name);
        json.WriteString("verdict", Word);
        json.WriteString("detail", Detail);
        json.WriteEndObject();
    }
}
