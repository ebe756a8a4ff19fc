using PhoneSim.Formats.Sip;

namespace PhoneSim.Lab.Sip;

/// <summary>Who may register. Read from several connections at once.</summary>
public interface ISipSubscribers
{
    /// <summary>Null: there is no such line.</summary>
    SipSubscriber? Find(string line);
}

/// <param name="User">What a challenge has to be answered with.</param>
public sealed record SipSubscriber(string Line, DigestUser User);
