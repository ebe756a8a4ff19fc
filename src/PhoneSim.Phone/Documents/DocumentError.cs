namespace PhoneSim.Phone.Documents;

/// <summary>A mistake in a file of the user.</summary>
/// <param name="File">The path, or <c>firmware-profiles/NAME.json</c> of a built-in one.</param>
/// <param name="Line">1 is the first; 0: the file or folder as a whole.</param>
/// <param name="Column">In characters, 1 is the first.</param>
/// <param name="Path">The field, <c>menu.root.children[2].kind</c>; empty: no single one.</param>
/// <param name="Message">What is wrong and what would be right.</param>
public sealed record DocumentError(string File, int Line, int Column, string Path, string Message)
{
    public override string ToString()
    {
        string place = Line == 0 ? File : $"{File}:{Line}:{Column}";
        return Path.Length == 0 ? $"{place}: {Message}" : $"{place}: {Path}: {Message}";
    }
}
