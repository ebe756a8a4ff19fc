namespace PhoneSim.Phone.Menu;

/// <summary>The list a key opens on families that pick letters instead of cycling: one character highlighted, taken by Select or by going on typing.</summary>
internal sealed class PickList
{
    private char? symbol;

    public string Choices { get; private set; } = "";

    public int Choice { get; private set; }

    public bool IsOpen => Choices.Length > 0;

    public bool IsOpenFor(char pressed) => IsOpen && symbol == pressed;

    public PressResult Open(char pressed, string choices)
    {
        (symbol, Choices, Choice) = (pressed, choices, 0);
        return PressResult.Done;
    }

    public PressResult Next() => Step(1);

    public PressResult Previous() => Step(Choices.Length - 1);

    public PressResult Close()
    {
        (symbol, Choices, Choice) = (null, "", 0);
        return PressResult.Done;
    }

    /// <summary>The highlighted character, and the list closes; null: no list is open.</summary>
    public char? Take()
    {
        char? taken = IsOpen ? Choices[Choice] : null;
        Close();
        return taken;
    }

    private PressResult Step(int by)
    {
        Choice = (Choice + by) % Choices.Length;
        return PressResult.Done;
    }
}
