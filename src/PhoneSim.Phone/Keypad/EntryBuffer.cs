namespace PhoneSim.Phone.Keypad;

/// <summary>The text of an entry field and its cursor.</summary>
/// <param name="limit">Characters at most.</param>
public sealed class EntryBuffer(int limit)
{
    public string Text { get; private set; } = "";

    /// <summary>0 … length of <see cref="Text"/>: the next character is inserted here.</summary>
    public int Cursor { get; private set; }

    public void Set(string text) => (Text, Cursor) = (text, text.Length);

    /// <summary>False: the field is full.</summary>
    public bool Insert(char character)
    {
        if (Text.Length >= limit)
            return false;
        Text = Text.Insert(Cursor++, character.ToString());
        return true;
    }

    public void ReplaceLeft(char character) => Text = Text.Remove(Cursor - 1, 1).Insert(Cursor - 1, character.ToString());

    public bool DeleteLeft()
    {
        if (Cursor == 0)
            return false;
        Text = Text.Remove(--Cursor, 1);
        return true;
    }

    public bool MoveLeft()
    {
        if (Cursor == 0)
            return false;
        Cursor--;
        return true;
    }

    public bool MoveTo(int position)
    {
        bool moves = Cursor != position;
        Cursor = position;
        return moves;
    }

    public bool MoveRight()
    {
        if (Cursor == Text.Length)
            return false;
        Cursor++;
        return true;
    }
}
