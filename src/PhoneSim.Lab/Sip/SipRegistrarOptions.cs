using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Tls;
using PhoneSim.Network.Capture;

namespace PhoneSim.Lab.Sip;

public sealed record SipRegistrarOptions
{
    public required ISipSubscribers Subscribers { get; init; }

    /// <summary>Null: whoever is in the database registers without a password.</summary>
    public SipDigestAlgorithm? Digest { get; init; } = SipDigestAlgorithm.Md5;

    /// <summary>As call managers name it (observed).</summary>
    public string Realm { get; init; } = "ccmsipline";

    /// <summary>Granted at most (observed: a call manager grants 120 of the 3600 s asked).</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>Less than that is refused with 423.</summary>
    public TimeSpan MinExpires { get; init; }

    /// <summary>A nonce older than that is stale.</summary>
    public TimeSpan NonceLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Null: no TLS.</summary>
    public LabTlsAcceptor? Tls { get; init; }

    /// <summary>Of TCP; null: the socket as it is.</summary>
    public LabTlsAcceptor? Plain { get; init; }

    /// <summary>Sees the datagrams; null: nobody looks.</summary>
    public PacketCapture? Capture { get; init; }

    public SipMisbehaviour Misbehaviour { get; init; } = SipMisbehaviour.None;

    /// <summary>Told of every request; called on any thread, from several at once.</summary>
    public Action<SipRegisterSeen>? Seen { get; init; }
}
