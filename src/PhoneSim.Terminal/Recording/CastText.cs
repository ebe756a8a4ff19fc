using System.Text;

namespace PhoneSim.Terminal.Recording;

/// <summary>Text written to a terminal, recorded on its way.</summary>
public sealed class CastText(TextWriter terminal, CastWriter cast) : TextWriter
{
    public override Encoding Encoding => terminal.Encoding;

    public override void Write(char value) => Write(value.ToString());

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        terminal.Write(value);
        cast.Output(value.ReplaceLineEndings("\r\n"));
    }

    public override void WriteLine(string? value) => Write(value + NewLine);

    public override void Flush() => terminal.Flush();
}
