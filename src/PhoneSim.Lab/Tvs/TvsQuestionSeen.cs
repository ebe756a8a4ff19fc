using PhoneSim.Formats.Tvs;

namespace PhoneSim.Lab.Tvs;

/// <param name="DeviceName">As the phone calls itself; untrusted text.</param>
/// <param name="IsValid">What it was told of the certificate.</param>
public sealed record TvsQuestionSeen(string DeviceName, TvsCommand Command, bool IsValid);
