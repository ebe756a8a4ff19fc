using System.Buffers;
using System.Drawing;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PhoneSim.Terminal.Recording;

/// <summary>Writes a terminal session as asciicast v2 (docs.asciinema.org/manual/asciicast/v2): a header, then a line for each output and each change of size, with its time since the start. From any thread.</summary>
public sealed class CastWriter : IDisposable
{
    private const int MicrosecondsDigits = 6;

    // Box drawing stays readable; control characters are escaped all the same.
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly Lock gate = new();
    private readonly ArrayBufferWriter<byte> line = new();
    private readonly Stream file;
    private readonly TimeProvider time;
    private readonly long start;

    /// <param name="file">Closed with the writer.</param>
    /// <param name="time">Gives the date in the header and the times since the start.</param>
    public CastWriter(Stream file, Size size, TimeProvider time, string title)
    {
        (this.file, this.time, start, Size) = (file, time, time.GetTimestamp(), size);
        WriteHeader(title);
    }

    public Size Size { get; private set; }

    /// <param name="text">As a terminal gets it: lines end with CR LF.</param>
    public void Output(string text) => WriteEvent("o", text);

    public void Resize(Size size)
    {
        if (size == Size)
            return;
        Size = size;
        WriteEvent("r", string.Create(CultureInfo.InvariantCulture, $"{size.Width}x{size.Height}"));
    }

    public void Dispose()
    {
        lock (gate)
            file.Dispose();
    }

    private void WriteHeader(string title) => WriteLine(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", 2);
        json.WriteNumber("width", Size.Width);
        json.WriteNumber("height", Size.Height);
        json.WriteNumber("timestamp", time.GetUtcNow().ToUnixTimeSeconds());
        json.WriteString("title", title);
        json.WriteStartObject("env");
        json.WriteString("TERM", "xterm-256color");
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void WriteEvent(string code, string data)
    {
        lock (gate)
            WriteLine(json =>
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round((decimal)time.GetElapsedTime(start).TotalSeconds, MicrosecondsDigits));
                json.WriteStringValue(code);
                json.WriteStringValue(data);
                json.WriteEndArray();
            });
    }

    private void WriteLine(Action<Utf8JsonWriter> write)
    {
        line.ResetWrittenCount();
        using (Utf8JsonWriter json = new(line, Json))
            write(json);
        line.Write("\n"u8);
        file.Write(line.WrittenSpan);
    }
}
