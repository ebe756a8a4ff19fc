using PhoneSim.Formats;
using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Lint;

/// <summary>Each element: known, spelt right, in its place, once, with a value that phones take.</summary>
internal sealed class VocabularyLint(LintFindings findings)
{
    public void Read(ConfigurationElement root) => ReadChildren(root, root.Name);

    /// <param name="path">The element's own, as it is spelt right.</param>
    private void ReadChildren(ConfigurationElement element, string path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (ConfigurationElement child in element.Children)
        {
            VocabularyWord? known = Vocabulary.Known.Find(path, child.Name);
            if (known is { Form.Repeats: false } && !seen.Add(child.Name))
                findings.Add(LintRules.ElementRepeated, child, $"<{child.Name}> stands here a second time: phones take the first", "keep one");
            if ((known ?? Unknown(child, path)) is { } word)
                Read(child, word);
        }
    }

    private void Read(ConfigurationElement element, VocabularyWord word)
    {
        if (word.Form.Problem(element.Text) is var (rule, right))
            findings.Add(rule, element, $"<{element.Name}> is {(word.Form.IsSecret ? $"{Secret.Dots} of {element.Text.Length} characters" : Quoted(element.Text))}, {right} expected");
        if (word.Form.Kind == ValueForm.Group)
            ReadChildren(element, $"{word.Path}/{word.Name}");
    }

    /// <returns>What was meant; null: nobody knows.</returns>
    private VocabularyWord? Unknown(ConfigurationElement element, string path)
    {
        if (Vocabulary.Known.Elsewhere(element.Name).ToArray() is [_, ..] elsewhere)
        {
            findings.Add(LintRules.ElementMisplaced, element, $"<{element.Name}> does not belong in {path}: phones look for it in {string.Join(" or ", elsewhere.Select(w => w.Path).Take(2))}", $"move it to {elsewhere[0].Path}");
            return null;
        }

        if (Vocabulary.Known.Near(path, element.Name) is { } near)
        {
            findings.Add(LintRules.ElementMisspelt, element, $"<{element.Name}> is no element that phones know: did you mean <{near.Name}>?", near.Path == path ? $"rename it to {near.Name}" : $"rename it to {near.Name}, in {near.Path}");
            return near;
        }

        if (Vocabulary.Known.IsOpen(path))
            findings.Add(LintRules.ElementUnlisted, element, $"<{element.Name}> is not in the list of product settings, which loads extend");
        else
            findings.Add(LintRules.ElementUnknown, element, $"<{element.Name}> in {path} is no element that phones are known to read", "remove it, or tell us where it is from");
        return null;
    }

    private static string Quoted(string value) => value.Length <= 60 ? $"\"{value}\"" : $"\"{value[..60]}…\" of {value.Length} characters";
}
