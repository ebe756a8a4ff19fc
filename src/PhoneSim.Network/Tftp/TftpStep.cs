using PhoneSim.Phone.Fetching;

namespace PhoneSim.Network.Tftp;

/// <summary>What one packet leads to.</summary>
/// <param name="Reply">To send; null: nothing.</param>
/// <param name="Result">The end of the transfer; null: it goes on.</param>
public readonly record struct TftpStep(byte[]? Reply = null, FetchResult? Result = null);
