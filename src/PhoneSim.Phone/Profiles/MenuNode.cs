namespace PhoneSim.Phone.Profiles;

/// <summary>One page or row of the menu tree.</summary>
public sealed record MenuNode
{
    public required string Label { get; init; }

    public required TextSource Source { get; init; }

    /// <summary>
    /// What the row is: <c>menu</c> (children), <c>value</c> (shows <see cref="Value"/>), <c>unlock</c>, <c>set-key</c>, <c>status-messages</c>,
    /// <c>trust-list</c>, <c>lsc</c>, <c>restart</c>, <c>reset</c>, <c>factory-reset</c>, <c>erase-trust</c>, <c>alternate-tftp</c>, <c>tftp-server-1</c>, <c>tftp-server-2</c>, <c>text</c> (shown, does nothing).
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>For <c>value</c> rows: which fact of the phone stands there, e.g. <c>security-mode</c>, <c>mic</c>, <c>lsc</c>, <c>ctl</c>, <c>itl</c>, <c>capf-server</c>, <c>model</c>, <c>mac</c>, <c>load</c>.</summary>
    public string? Value { get; init; }

    /// <summary>Only the unlocked phone opens it.</summary>
    public bool NeedsUnlock { get; init; }

    /// <summary>What hangs below the row has at least as much. Rows of kind <c>status-messages</c> always stay.</summary>
    public MenuAccess Access { get; init; }

    /// <summary>Labels of the softkeys on the page this row opens, left to right; an empty string leaves a place free. Actions are known by the labels in <see cref="SoftkeyActions"/>.</summary>
    public IReadOnlyList<string> Softkeys { get; init; } = [];

    /// <summary>Prompt of an entry page.</summary>
    public SourcedText? Prompt { get; init; }

    public IReadOnlyList<MenuNode> Children { get; init; } = [];
}
