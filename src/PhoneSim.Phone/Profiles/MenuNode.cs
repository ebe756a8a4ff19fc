namespace PhoneSim.Phone.Profiles;

/// <summary>One page or row of the menu tree.</summary>
public sealed record MenuNode
{
    public required string Label { get; init; }

    public required TextSource Source { get; init; }

    /// <summary>What the row is and does: one of <c>MenuKinds</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>
    /// Which fact of the phone stands there, e.g. <c>security-mode</c>, <c>mic</c>, <c>lsc</c>, <c>ctl</c>, <c>capf-server</c>, <c>model</c>; or the id of a text
    /// (<c>disabled</c>). For <c>trust-file</c> rows the list: <c>ctl</c> or <c>itl</c>.
    /// </summary>
    public string? Value { get; init; }

    /// <summary>In a voice menu, the digit that chooses it; null: its place in the list.</summary>
    public int? Digit { get; init; }

    /// <summary>Only the unlocked phone opens it.</summary>
    public bool NeedsUnlock { get; init; }

    /// <summary>What hangs below the row has at least as much. Rows of kind <c>status-messages</c> always stay.</summary>
    public MenuAccess Access { get; init; }

    /// <summary>What an <c>erase-trust</c> or <c>reset</c> row clears.</summary>
    public IReadOnlyList<ClearedItem> Clears { get; init; } = [];

    /// <summary>
    /// Labels of the softkeys on the page this row opens, left to right; an empty string leaves a place free. None: those of its kind in <see cref="MenuProfile.Softkeys"/>.
    /// Actions are known by the labels in <see cref="SoftkeyActions"/>.
    /// </summary>
    public IReadOnlyList<string> Softkeys { get; init; } = [];

    /// <summary>Prompt of an entry page.</summary>
    public SourcedText? Prompt { get; init; }

    public IReadOnlyList<MenuNode> Children { get; init; } = [];
}
