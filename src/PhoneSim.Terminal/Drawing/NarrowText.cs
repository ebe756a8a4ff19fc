using System.Globalization;
using System.Text;
using Terminal.Gui.Text;

namespace PhoneSim.Terminal.Drawing;

/// <summary>The last gate before the terminal: only characters that take one column and do nothing else pass.</summary>
internal static class NarrowText
{
    private const char Substitute = '?';

    public static char Of(char character) => character is >= ' ' and <= '~' || IsNarrow(character) ? character : Substitute;

    private static bool IsNarrow(char character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse)
        && new Rune(character).GetColumns() == 1;
}
