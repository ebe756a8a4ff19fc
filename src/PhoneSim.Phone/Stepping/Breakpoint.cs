using System.Text.RegularExpressions;
using PhoneSim.Phone.Boot;

namespace PhoneSim.Phone.Stepping;

/// <summary>Where a boot that is not stepped pauses all the same.</summary>
/// <param name="Pattern">Name of a state, of a file or of a verdict, with <c>*</c> and <c>?</c>; the verdict <c>bad</c> is any that a phone does not hope for.</param>
public sealed record Breakpoint(BreakpointKind Kind, string Pattern)
{
    private const string Bad = "bad";

    /// <summary>With <c>state</c>, <c>file</c> or <c>verdict</c> before it, or guessed: the name of a state is one, with a dot or a star it is a file, anything else a verdict.</summary>
    /// <returns>Null: no such state.</returns>
    public static Breakpoint? Parse(string text)
    {
        string[] words = text.Trim().Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words switch
        {
            [var kind, var pattern] when Enum.TryParse(kind, ignoreCase: true, out BreakpointKind known) && Enum.IsDefined(known) => Make(known, pattern),
            [var pattern] => Make(StateNamed(pattern) is not null ? BreakpointKind.State : pattern.AsSpan().IndexOfAny(".*?") >= 0 ? BreakpointKind.File : BreakpointKind.Verdict, pattern),
            _ => null,
        };
    }

    public bool Stops(BootPause pause) => Kind switch
    {
        BreakpointKind.State => pause.Transition is { } step && Matches(step.To.ToString()),
        BreakpointKind.File => pause is { Point: PausePoint.Request, File: { } file } && Matches(file.Name),
        _ => pause.Verdict.Length > 0 && ((Pattern == Bad && pause.IsBad) || Matches(pause.Verdict)),
    };

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Pattern}";

    private static Breakpoint? Make(BreakpointKind kind, string pattern) =>
        kind != BreakpointKind.State ? new(kind, pattern) : StateNamed(pattern) is { } state ? new(kind, state) : null;

    private static string? StateNamed(string name) => Enum.GetNames<BootState>().FirstOrDefault(state => state.Equals(name, StringComparison.OrdinalIgnoreCase));

    private bool Matches(string name) =>
        Regex.IsMatch(name, $"^{Regex.Escape(Pattern).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", ".", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
}

public enum BreakpointKind
{
    /// <summary>Before the state is entered.</summary>
    State,
    /// <summary>Before the file is asked.</summary>
    File,
    /// <summary>When an answer or a verdict of that word came.</summary>
    Verdict,
}
