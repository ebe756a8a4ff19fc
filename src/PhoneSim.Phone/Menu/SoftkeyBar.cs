using PhoneSim.Phone.Profiles;

namespace PhoneSim.Phone.Menu;

/// <summary>The labels over the softkeys. More labels than places are shown in groups, and the last place turns to the next group.</summary>
internal sealed class SoftkeyBar
{
    private readonly string[][] groups;
    private int shown;

    /// <param name="more">The label that turns to the next group.</param>
    public SoftkeyBar(IReadOnlyList<string> labels, int places, string more)
    {
        string[] words = [.. labels.Where(label => label.Length > 0)];
        groups = labels.Count <= places ? [[.. labels]]
            : words.Length <= places ? [words]
            : [.. words.Chunk(Math.Max(1, places - 1)).Select(group => Pad(group, places - 1).Append(more).ToArray())];
        groups = [.. groups.Select(group => Pad(group, places))];
    }

    public IReadOnlyList<string> Labels => groups[shown];

    /// <summary>Null: nothing stands there.</summary>
    public SoftkeyAction? At(int index) => index >= 0 && index < Labels.Count && Labels[index].Length > 0 ? SoftkeyActions.Of(Labels[index]) : null;

    public bool Has(SoftkeyAction action) => groups.SelectMany(group => group).Any(label => SoftkeyActions.Of(label) == action);

    /// <summary>False: there is no other group.</summary>
    public bool More()
    {
        shown = (shown + 1) % groups.Length;
        return groups.Length > 1;
    }

    private static string[] Pad(string[] group, int places) => [.. group, .. Enumerable.Repeat("", Math.Max(0, places - group.Length))];
}
