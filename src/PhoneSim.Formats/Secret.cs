namespace PhoneSim.Formats;

/// <summary>A password, authentication string or key as text. Prints as dots; <see cref="Reveal"/> is the only way to the text.</summary>
public sealed class Secret(string text) : IEquatable<Secret>
{
    public const string Dots = "••••";

    public string Reveal() => text;

    public bool IsEmpty => text.Length == 0;

    public bool Equals(Secret? other) => other is not null && other.Reveal() == text;

    public override bool Equals(object? obj) => Equals(obj as Secret);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Dots;
}
