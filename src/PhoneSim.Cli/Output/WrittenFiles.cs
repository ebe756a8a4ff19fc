using System.CommandLine;
using PhoneSim.Cli.Options;

namespace PhoneSim.Cli.Output;

/// <summary>Writes a command's files and says so, in words or JSON.</summary>
internal sealed class WrittenFiles(ParseResult parsed, GlobalOptions global)
{
    private readonly TextWriter output = parsed.InvocationConfiguration.Output;

    public void Write(string path, ReadOnlySpan<byte> content)
    {
        int length = content.Length;
        OutputFiles.Write(path, content);
        if (!parsed.GetValue(global.Json))
            output.WriteLine($"{path}: {length} bytes");
        else
            JsonLine.Write(output, json =>
            {
                json.WriteStartObject();
                json.WriteString("type", "written");
                json.WriteString("file", path);
                json.WriteNumber("bytes", length);
                json.WriteEndObject();
            });
    }
}
