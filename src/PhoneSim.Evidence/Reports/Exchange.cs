namespace PhoneSim.Evidence.Reports;

/// <summary>One question and its answer.</summary>
/// <param name="At">Since the run began.</param>
/// <param name="To">Who was asked: <c>TFTP 192.0.2.10:69</c>.</param>
/// <param name="Good">The answer brought what was asked.</param>
public sealed record Exchange(TimeSpan At, TimeSpan Took, string From, string To, string Question, string Answer, bool Good);
