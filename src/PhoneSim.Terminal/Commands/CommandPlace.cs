namespace PhoneSim.Terminal.Commands;

/// <summary>A place on a canvas that can be clicked.</summary>
/// <param name="Command">Null: a click here does nothing, and does not go through to what lies below.</param>
public sealed record CommandPlace(int X, int Y, int Width, ScreenCommand? Command)
{
    public bool Contains(int x, int y) => y == Y && x >= X && x < X + Width;

    public CommandPlace Moved(int x, int y) => this with { X = X + x, Y = Y + y };
}
