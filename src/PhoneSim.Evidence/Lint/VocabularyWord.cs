namespace PhoneSim.Evidence.Lint;

/// <summary>An element that phones know.</summary>
/// <param name="Path">Of the element that holds it: <c>device/devicePool</c>.</param>
/// <param name="Source">A key of the file's sources.</param>
internal sealed record VocabularyWord(string Path, string Name, ValueForm Form, string Source);
