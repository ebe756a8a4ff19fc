using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace PhoneSim.Cli.Output;

internal static class JsonLine
{
    // Readable quotes and dots; control characters are escaped all the same.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> line = new();
        using (Utf8JsonWriter json = new(line, Options))
            write(json);
        output.WriteLine(Encoding.UTF8.GetString(line.WrittenSpan));
    }
}
