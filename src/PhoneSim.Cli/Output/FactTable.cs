using PhoneSim.Formats;

namespace PhoneSim.Cli.Output;

/// <summary>Names and values in two columns; values are stripped of control characters.</summary>
internal sealed class FactTable(TextWriter output)
{
    private const int Column = 16;
    private const int Limit = 500;

    public void Add(string name, string value) => output.WriteLine($"{name.PadRight(Column)}  {Printable.Text(value, Limit)}");

    /// <summary>Nothing is written for a value that is absent.</summary>
    public void AddIf(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Add(name, value);
    }
}
