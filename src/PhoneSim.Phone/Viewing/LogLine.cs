namespace PhoneSim.Phone.Viewing;

public enum LogSeverity
{
    Quiet,
    Good,
    Warning,
    Bad,
}

public sealed record LogLine(DateTimeOffset Time, string Text, LogSeverity Severity);
