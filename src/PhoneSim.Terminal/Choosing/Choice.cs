using PhoneSim.Terminal.Commands;

namespace PhoneSim.Terminal.Choosing;

/// <param name="Detail">Beside the text and searched as well: a key, a title.</param>
public sealed record Choice(string Text, string Detail, ScreenCommand Command)
{
    /// <summary>Every word of the search stands somewhere in it.</summary>
    public bool Matches(string search) => SearchWords.AllIn(search, $"{Text} {Detail}");
}
