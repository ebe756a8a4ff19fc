namespace PhoneSim.Phone.Documents;

/// <summary>What a mistyped name may have meant.</summary>
public static class EditDistance
{
    private const int Most = 3;

    /// <summary>Names near a mistyped one, nearest first: a few letters away, or beginning like it.</summary>
    public static IReadOnlyList<string> Nearest(string name, IEnumerable<string> names) =>
    [
        .. names.Select(known => (known, distance: Between(name.ToUpperInvariant(), known.ToUpperInvariant())))
            .Where(n => n.distance <= Math.Min(3, name.Length / 2) || n.known.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .OrderBy(n => n.distance).ThenBy(n => n.known, StringComparer.Ordinal).Select(n => n.known).Take(Most),
    ];

    /// <summary>Insertions, deletions and replacements that lead from one text to the other (Levenshtein).</summary>
    public static int Between(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }
}
