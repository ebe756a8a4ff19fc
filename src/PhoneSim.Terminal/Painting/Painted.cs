using PhoneSim.Terminal.Commands;
using PhoneSim.Terminal.Drawing;

namespace PhoneSim.Terminal.Painting;

/// <summary>A pane as it is drawn, and what can be clicked on it.</summary>
public sealed record Painted(Canvas Canvas, IReadOnlyList<CommandPlace> Places)
{
    /// <returns>Null: nothing is there.</returns>
    public ScreenCommand? CommandAt(int x, int y) => Places.FirstOrDefault(place => place.Contains(x, y))?.Command;
}
