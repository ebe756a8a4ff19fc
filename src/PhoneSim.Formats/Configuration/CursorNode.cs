namespace PhoneSim.Formats.Configuration;

/// <summary>Where an <see cref="IElementCursor"/> stands.</summary>
internal enum CursorNode
{
    /// <summary>A comment, white space between elements: nothing to read.</summary>
    Other,
    StartTag,
    Text,
    EndTag,
}
