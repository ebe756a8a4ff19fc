namespace PhoneSim.Terminal.Drawing;

internal static class TextWrap
{
    /// <summary>Lines no wider than that, broken at spaces; all but the first begin with <paramref name="indent"/>.</summary>
    public static IEnumerable<string> Lines(string text, int width, string indent)
    {
        string rest = text;
        for (string before = ""; ; before = indent)
        {
            int room = width - before.Length;
            if (rest.Length <= room)
            {
                yield return before + rest;
                yield break;
            }

            int space = rest.LastIndexOf(' ', room, room);
            int end = space > 0 ? space : room;
            yield return before + rest[..end];
            rest = rest[end..].TrimStart();
        }
    }
}
