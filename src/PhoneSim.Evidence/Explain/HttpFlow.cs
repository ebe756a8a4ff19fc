using System.Buffers;
using System.Globalization;
using System.Text;
using PhoneSim.Formats.Capture;

namespace PhoneSim.Evidence.Explain;

/// <summary>One direction of an HTTP/1 connection, message by message (RFC 9112).</summary>
internal sealed class HttpFlow(CapturedFlow flow)
{
    /// <summary>Our choice: a head is a few hundred bytes.</summary>
    private const int MostHead = 64 * 1024;

    private int at;

    /// <summary>When what was read last had come.</summary>
    public DateTimeOffset? Time => flow.TimeOf(Math.Max(0, at - 1));

    /// <summary>Start line and fields; null: there is none, or not all of it.</summary>
    public string? ReadHead()
    {
        ReadOnlySpan<byte> rest = Rest.Span;
        int length = rest[..Math.Min(rest.Length, MostHead)].IndexOf("\r\n\r\n"u8);
        if (length < 0)
            return null;
        at += length + 4;
        return Encoding.Latin1.GetString(rest[..length]);
    }

    /// <summary>What follows a head; a problem when it is not all there.</summary>
    public (ReadOnlyMemory<byte> Body, string? Problem) ReadBody(string head)
    {
        if (Field(head, "Transfer-Encoding") is { } coding && coding.Contains("chunked", StringComparison.OrdinalIgnoreCase))
            return ReadChunks();
        if (!int.TryParse(Field(head, "Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out int length))
            return flow.IsFinished && !flow.HasGap ? (Take(Rest.Length), null) : (default, "the end of the answer is not in the capture");
        return length <= Rest.Length ? (Take(length), null) : (default, $"cut off: {length} bytes were announced, {Take(Rest.Length).Length} came");
    }

    /// <summary>Null: there is no such field.</summary>
    public static string? Field(string head, string name) => head.Split("\r\n").Skip(1)
        .Where(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase)).Select(line => line[(name.Length + 1)..].Trim()).FirstOrDefault();

    private ReadOnlyMemory<byte> Rest => flow.Bytes[at..];

    private (ReadOnlyMemory<byte> Body, string? Problem) ReadChunks()
    {
        ArrayBufferWriter<byte> body = new();
        while (ReadLine() is { } line && int.TryParse(line.Split(';')[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0 && size <= Rest.Length)
        {
            body.Write(Take(size).Span);
            if (ReadLine() is null)
                break;
            if (size == 0)
                return (body.WrittenMemory, null);
        }

        return (default, $"cut off after {body.WrittenCount} bytes: the last chunk is not in the capture");
    }

    private string? ReadLine()
    {
        int length = Rest.Span.IndexOf("\r\n"u8);
        return length < 0 ? null : Encoding.Latin1.GetString(Take(length + 2).Span[..length]);
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        ReadOnlyMemory<byte> taken = Rest[..length];
        at += length;
        return taken;
    }
}
