using PhoneSim.Formats.Sip;

namespace PhoneSim.Lab.Sip;

/// <summary>Who may register. Read from several connections at once.</summary>
public interface ISipSubscribers
{
    /// <param name="deviceName">As the phone names itself in its Contact; null: it does not.</param>
    /// <returns>Null: there is no such line, or not on that device.</returns>
    SipSubscriber? Find(string line, string? deviceName);
}

/// <param name="User">What a challenge has to be answered with.</param>
public sealed record SipSubscriber(string Line, DigestUser User)
{
    /// <summary>The device security mode is authenticated or encrypted: without TLS it is refused.</summary>
    public bool MustUseTls { get; init; }
}
