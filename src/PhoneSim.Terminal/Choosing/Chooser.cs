namespace PhoneSim.Terminal.Choosing;

/// <summary>A list over the screen that is searched by typing.</summary>
public sealed record Chooser(string Title, IReadOnlyList<Choice> All)
{
    public string Search { get; private init; } = "";

    /// <summary>Makes a choice of what was typed; null, or an answer of null: there is none.</summary>
    public Func<string, Choice?>? Free { get; init; }

    /// <summary>Index into <see cref="Matches"/>.</summary>
    public int Selected { get; private init; }

    public IReadOnlyList<Choice> Matches =>
        [.. All.Where(choice => choice.Matches(Search)), .. Search.Length > 0 && Free?.Invoke(Search) is { } typed ? [typed] : Array.Empty<Choice>()];

    /// <summary>Null: nothing matches.</summary>
    public Choice? Chosen => Matches.ElementAtOrDefault(Selected);

    public Chooser Type(char character) => this with { Search = Search + character, Selected = 0 };

    public Chooser DeleteLeft() => this with { Search = Search[..Math.Max(0, Search.Length - 1)], Selected = 0 };

    public Chooser Move(int rows) => this with { Selected = Math.Clamp(Selected + rows, 0, Math.Max(0, Matches.Count - 1)) };
}
