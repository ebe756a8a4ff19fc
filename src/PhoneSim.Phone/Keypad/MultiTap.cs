namespace PhoneSim.Phone.Keypad;

/// <summary>The cycle of characters under one key: pressed again before the pause, the key replaces its character by the next one.</summary>
public sealed class MultiTap(TimeProvider time, TimeSpan pause)
{
    private char? key;
    private int index;
    private long pressed;

    /// <summary>A cycle is open: the same key would replace the last character.</summary>
    public bool IsPending => key is not null && time.GetElapsedTime(pressed) < pause;

    public MultiTapStep Press(char symbol, string cycle)
    {
        bool replaces = IsPending && key == symbol;
        index = replaces ? (index + 1) % cycle.Length : 0;
        (key, pressed) = (symbol, time.GetTimestamp());
        return new(cycle[index], replaces);
    }

    public void End() => key = null;
}

/// <param name="Replaces">The character before the cursor is replaced; else one is added.</param>
public readonly record struct MultiTapStep(char Character, bool Replaces);
