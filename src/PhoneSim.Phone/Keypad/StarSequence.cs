namespace PhoneSim.Phone.Keypad;

public enum StarCommand
{
    /// <summary>The symbol belongs to no sequence.</summary>
    None,
    /// <summary>A sequence may be on its way.</summary>
    Begun,
    /// <summary><c>**#</c></summary>
    Toggle,
    /// <summary><c>**#**</c>: also what a second <c>**#</c> is taken for, if it comes too soon.</summary>
    Reset,
}

/// <summary>Listens for <c>**#</c> and <c>**#**</c>.</summary>
public sealed class StarSequence(TimeProvider time)
{
    /// <summary>Two stars this soon after <c>**#</c> belong to it, whatever was pressed between (shared/spec/phone-ui.md 3, "trap").</summary>
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private string typed = "";
    private long? toggled;

    public StarCommand Take(char symbol)
    {
        typed = symbol == '*' ? (typed.Length == 0 ? "*" : "**") : typed + symbol;
        StarCommand command = typed switch
        {
            "**" when IsRecent => StarCommand.Reset,
            "*" or "**" => StarCommand.Begun,
            "**#" => StarCommand.Toggle,
            _ => StarCommand.None,
        };
        if (command != StarCommand.Begun)
            typed = "";
        if (command is StarCommand.Toggle or StarCommand.Reset)
            toggled = command == StarCommand.Toggle ? time.GetTimestamp() : null;
        return command;
    }

    /// <summary>Any other key breaks a sequence that has begun.</summary>
    public void Break() => typed = "";

    private bool IsRecent => toggled is { } moment && time.GetElapsedTime(moment) < Window;
}
