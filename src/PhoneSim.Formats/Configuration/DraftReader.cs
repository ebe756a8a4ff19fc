namespace PhoneSim.Formats.Configuration;

/// <summary>Follows the rules of <see cref="ConfigurationElements"/> through a document.</summary>
internal static class DraftReader
{
    /// <summary>To the end of the document. One that turns out not to be XML gives a draft of what came before.</summary>
    /// <param name="ruleOf">The rule of a root of that name.</param>
    public static ConfigurationDraft Read<TCursor>(ref TCursor cursor, Func<string, ElementRule> ruleOf)
        where TCursor : struct, IElementCursor, allows ref struct
    {
        ConfigurationDraft draft = new();
        while (cursor.Read())
        {
            if (cursor.Node != CursorNode.StartTag)
                continue;
            draft.Root = cursor.Name;
            ReadElement(ref cursor, ruleOf(draft.Root), draft);
        }

        return draft;
    }

    /// <summary>From the start tag to the end tag; as deep as the rules are, no deeper.</summary>
    private static void ReadElement<TCursor>(ref TCursor cursor, ElementRule rule, ConfigurationDraft draft)
        where TCursor : struct, IElementCursor, allows ref struct
    {
        int depth = cursor.Depth;
        bool isEmpty = cursor.IsEmpty;
        string text = "";
        rule.Begins?.Invoke(draft, rule.Attribute is { } attribute ? cursor.Attribute(attribute) : null);
        while (!isEmpty && cursor.Read() && cursor.Depth > depth)
        {
            switch (cursor.Node)
            {
                case CursorNode.StartTag when rule.RuleOf(ref cursor) is { } within:
                    ReadElement(ref cursor, within, draft);
                    break;
                case CursorNode.StartTag:
                    cursor.PassOver();
                    break;
                case CursorNode.Text when rule.Text is not null:
                    text += cursor.Text;
                    break;
            }
        }

        if (rule.Text is { } place)
            place(draft) ??= text.Trim();
        rule.Ends?.Invoke(draft);
    }
}
