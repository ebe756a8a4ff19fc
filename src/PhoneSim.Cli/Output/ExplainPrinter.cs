using System.Globalization;
using System.Text.Json;
using PhoneSim.Evidence.Explain;

namespace PhoneSim.Cli.Output;

/// <summary>An explained phone in words, or as one JSON object.</summary>
internal sealed class ExplainPrinter(TextWriter output, bool asJson)
{
    private const int Schema = 1;

    public void Print(ExplainedPhone phone)
    {
        if (asJson)
            JsonLine.Write(output, json => Write(json, phone));
        else
            Write(phone);
    }

    private void Write(ExplainedPhone phone)
    {
        output.WriteLine($"{phone.Name}, profile {phone.Profile} ({phone.Basis})");
        foreach (ExplainedStep step in phone.Steps)
            Write(step);
        foreach (string conclusion in phone.Conclusions)
            output.WriteLine($"  => {conclusion}");
        output.WriteLine();
    }

    private void Write(ExplainedStep step)
    {
        string size = step.Bytes > 0 ? $", {step.Bytes} bytes in {Milliseconds(step.Took)} ms" : "";
        output.WriteLine($"{step.At.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),9}  {(step.IsFile ? "asked " : "opened ")}{step.What} of {step.Server}: {step.Answer}{size}");
        Write("holds", string.Join("; ", step.Holds));
        Write(step.IsAccepted switch { true => "takes it", false => "refuses", null => "rule" }, step.Why);
        foreach (string anomaly in step.Anomalies)
            Write("odd", anomaly);
        Write("then", step.Next);
    }

    private void Write(string label, string text)
    {
        if (text.Length > 0)
            output.WriteLine($"{"",11}{label}: {text}");
    }

    private static void Write(Utf8JsonWriter json, ExplainedPhone phone)
    {
        json.WriteStartObject();
        json.WriteString("type", "phone");
        json.WriteNumber("schema", Schema);
        json.WriteString("name", phone.Name);
        json.WriteString("profile", phone.Profile);
        json.WriteString("basis", phone.Basis);
        if (phone.IsConfigured is { } configured)
            json.WriteBoolean("configured", configured);
        json.WriteStartArray("steps");
        foreach (ExplainedStep step in phone.Steps)
            Write(json, step);
        json.WriteEndArray();
        WriteTexts(json, "conclusions", phone.Conclusions);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ExplainedStep step)
    {
        json.WriteStartObject();
        json.WriteNumber("at", Math.Round(step.At.TotalSeconds, 6));
        json.WriteString(step.IsFile ? "file" : "service", step.What);
        json.WriteString("server", step.Server);
        json.WriteString("answer", step.Answer);
        json.WriteNumber("bytes", step.Bytes);
        json.WriteNumber("ms", Math.Round(step.Took.TotalMilliseconds, 3));
        WriteTexts(json, "holds", step.Holds);
        if (step.IsAccepted is { } accepted)
            json.WriteBoolean("accepted", accepted);
        json.WriteString("why", step.Why);
        json.WriteString("next", step.Next);
        WriteTexts(json, "anomalies", step.Anomalies);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);
}
