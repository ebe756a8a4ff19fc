using PhoneSim.Formats.Tvs;

namespace PhoneSim.Phone.Trust;

public enum TvsExchangeOutcome
{
    Answered,
    /// <summary>No connection, no TLS, or a certificate without role TVS: the next member is asked.</summary>
    CannotConnect,
    /// <summary>Connected, then closed, silent or malformed.</summary>
    NoAnswer,
}

/// <param name="Answer">Only with <see cref="TvsExchangeOutcome.Answered"/>.</param>
/// <param name="Why">Of a failure.</param>
public sealed record TvsExchange(TvsExchangeOutcome Outcome, TvsMessage? Answer, string Why);
