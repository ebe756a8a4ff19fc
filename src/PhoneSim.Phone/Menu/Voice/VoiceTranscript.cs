using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu.Voice;

/// <summary>What was said and pressed in a call, as lines.</summary>
internal sealed class VoiceTranscript(MenuContext menu)
{
    /// <summary>Lines shown; our choice.</summary>
    private const int Kept = 14;

    /// <summary>Columns of a line, as wide as the faces of phones that have a display; our choice.</summary>
    private const int Width = 38;

    private const string Speaker = "IVR>  ";

    private readonly List<string> lines = [];

    public void Said(string text) => lines.AddRange(RowLines.Wrap(text, Width - Speaker.Length).Select((line, i) => (i == 0 ? Speaker : new string(' ', Speaker.Length)) + line));

    public void Pressed(string keys) => lines.Add("keys> " + keys);

    public void Clear() => lines.Clear();

    /// <param name="typing">What is being typed; null: nothing is asked.</param>
    public IEnumerable<string> Lines(string? typing)
    {
        IEnumerable<string> all = lines.Count == 0 ? [menu.Text(Texts.NoDisplay)] : lines;
        return (typing is null ? all : all.Append($"keys> {typing}_")).TakeLast(Kept);
    }
}
