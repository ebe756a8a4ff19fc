namespace PhoneSim.Terminal.Commands;

/// <summary>A place on a canvas that can be clicked.</summary>
public sealed record CommandPlace(int X, int Y, int Width, ScreenCommand Command)
{
    public bool Contains(int x, int y) => y == Y && x >= X && x < X + Width;
}
