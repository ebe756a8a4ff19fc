namespace PhoneSim.Evidence.Scenarios.Running;

/// <summary>Expected and seen lines side by side: common lines once, <c>-</c> what was expected and is not seen, <c>+</c> what is seen and was not expected.</summary>
internal static class LineDiff
{
    /// <summary>Longest common subsequence; the lists are short.</summary>
    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> expected, IReadOnlyList<string> seen, Func<string, string, bool> agree)
    {
        int[][] common = [.. Enumerable.Range(0, expected.Count + 1).Select(_ => new int[seen.Count + 1])];
        for (int i = expected.Count - 1; i >= 0; i--)
            for (int j = seen.Count - 1; j >= 0; j--)
                common[i][j] = agree(expected[i], seen[j]) ? common[i + 1][j + 1] + 1 : Math.Max(common[i + 1][j], common[i][j + 1]);
        return [.. Walk(expected, seen, agree, common)];
    }

    private static IEnumerable<DiffLine> Walk(IReadOnlyList<string> expected, IReadOnlyList<string> seen, Func<string, string, bool> agree, int[][] common)
    {
        (int i, int j) = (0, 0);
        while (i < expected.Count || j < seen.Count)
        {
            if (i < expected.Count && j < seen.Count && agree(expected[i], seen[j]))
                {
                yield return new(' ', seen[j++]);
                i++;
            }
            else if (j == seen.Count || (i < expected.Count && common[i + 1][j] >= common[i][j + 1]))
                yield return new('-', expected[i++]);
            else
                yield return new('+', seen[j++]);
        }
    }
}

/// <param name="Sign"><c>-</c>, <c>+</c> or a space.</param>
public sealed record DiffLine(char Sign, string Text)
{
    public override string ToString() => $"{Sign} {Text}";
}
