namespace PhoneSim.Evidence.Lint;

/// <summary>Where in a file: in text a line and a column, in a trust list a record and an offset. The file as a whole: none of them.</summary>
/// <param name="Line">From 1; of the clear XML.</param>
/// <param name="Column">From 1; of the clear XML.</param>
/// <param name="Record">From 1.</param>
/// <param name="Offset">In bytes from the start of the file.</param>
public sealed record LintPlace(int? Line = null, int? Column = null, int? Record = null, int? Offset = null)
{
    public static LintPlace WholeFile { get; } = new();
}
