using PhoneSim.Formats.Sip;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>One line's registration: its identifiers, its place in the sequence, and the challenge it answers.</summary>
internal sealed class SipLineState(RegistrationLine line, SipChance chance, string host)
{
    private uint sequence = 100; // the first request has 101, as observed
    private DigestChallenge? challenge;
    private string header = "";
    private uint nonceCount;

    public string Name => line.Name;

    public string CallId { get; } = chance.CallId(host);

    public string Tag { get; } = chance.Tag();

    public bool HasCredentials => line.Credentials is not null;

    /// <summary>Asked of the registrar; a registrar may insist on more.</summary>
    public required TimeSpan Expires { get; set; }

    /// <summary>When to register again.</summary>
    public Deadline Refresh { get; set; }

    /// <summary>The nonce in use has been answered once: a further challenge that does not call it stale refuses the credentials.</summary>
    public bool HasJustAnswered => nonceCount == 1;

    public SipSequence NextSequence(string method) => new(++sequence, method);

    /// <param name="header">Name of the header the answer goes to.</param>
    public void Take(DigestChallenge challenge, string header) => (this.challenge, this.header, nonceCount) = (challenge, header, 0);

    /// <summary>Proof of the password for the last challenge; null: none has come yet.</summary>
    public SipHeader? Authorize(SipRequest request) => challenge is null || line.Credentials is null
        ? null
        : new(header, DigestAnswer.To(challenge, request, line.Credentials, ++nonceCount, chance.ClientNonce()).Write());
}
