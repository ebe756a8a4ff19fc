namespace PhoneSim.Network.Tls;

/// <param name="Connection">The caller's to dispose; null unless connected.</param>
/// <param name="Why">The judge's words, or the failure's; harmless to print.</param>
public sealed record TlsResult(TlsOutcome Outcome, TlsConnection? Connection, string Why);
