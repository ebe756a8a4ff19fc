using PhoneSim.Phone.Viewing;
using PhoneSim.Terminal.Choosing;

namespace PhoneSim.Terminal;

/// <summary>Which lines of the log are shown: those with every word of <paramref name="Text"/>; the word <c>!</c> leaves warnings and failures only.</summary>
public sealed record LogFilter(string Text)
{
    private const string Severe = "!";

    public IEnumerable<LogLine> Of(IEnumerable<LogLine> log)
    {
        string[] words = Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string search = string.Join(' ', words.Where(word => word != Severe));
        return log.Where(line => (line.Severity >= LogSeverity.Warning || !words.Contains(Severe)) && SearchWords.AllIn(search, line.Text));
    }
}
