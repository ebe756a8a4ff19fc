namespace PhoneSim.Phone.Menu;

/// <summary>What became of a key press; everything but <see cref="Done"/> left the phone as it was, apart from the text on its screen.</summary>
public enum PressResult
{
    Done,
    /// <summary>The phone has no such key.</summary>
    NoSuchKey,
    /// <summary>No label stands over that softkey.</summary>
    NoSuchSoftkey,
    /// <summary>The list has no row of that number.</summary>
    NoSuchRow,
    /// <summary>The key exists and does nothing here.</summary>
    NothingToDo,
    /// <summary>The row or action asks for the unlocked phone.</summary>
    Locked,
    /// <summary>The entry field does not take this character, or the value is not a valid one; the screen says why.</summary>
    Refused,
}
