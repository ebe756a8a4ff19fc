namespace PhoneSim.Evidence.Reports;

/// <param name="Lines">The file in words, without secrets.</param>
public sealed record DecodedFile(string Name, int Length, IReadOnlyList<string> Lines);
