using System.Net;
using PhoneSim.Formats.Sip;
using PhoneSim.Lab.Capf;
using PhoneSim.Lab.Pki;
using PhoneSim.Lab.Sccp;
using PhoneSim.Lab.Sip;
using PhoneSim.Lab.Tvs;
using PhoneSim.Network.Capture;

namespace PhoneSim.Lab;

/// <summary>Where the lab's servers listen. Port 0: a free one is taken.</summary>
public sealed record LabOptions
{
    public IPAddress Bind { get; init; } = IPAddress.Loopback;

    public int TftpPort { get; init; }

    public int HttpPort { get; init; }

    public int HttpsPort { get; init; }

    public int CapfPort { get; init; }

    public int TvsPort { get; init; }

    /// <summary>UDP and TCP.</summary>
    public int SipPort { get; init; }

    public int SecureSipPort { get; init; }

    public int SccpPort { get; init; }

    /// <summary>SCCP over TLS.</summary>
    public int SecureSccpPort { get; init; }

    /// <summary>How phones on SIP prove who they are; null: they need not.</summary>
    public SipDigestAlgorithm? SipDigest { get; init; } = SipDigestAlgorithm.Md5;

    /// <summary>Sees what the servers send and receive; null: nobody looks.</summary>
    public PacketCapture? Capture { get; init; }

    /// <summary>Receives the secrets of TLS connections that BouncyCastle serves, a line each; called on any thread. Null: nobody does.</summary>
    public Action<string>? KeyLog { get; init; }

    public SipMisbehaviour SipMisbehaviour { get; init; } = SipMisbehaviour.None;

    public SccpMisbehaviour SccpMisbehaviour { get; init; } = SccpMisbehaviour.None;

    public CapfMisbehaviour CapfMisbehaviour { get; init; } = CapfMisbehaviour.None;

    /// <summary>Other clusters whose certificates TVS vouches for, as after a bulk import.</summary>
    public IReadOnlyList<LabPki> VouchesFor { get; init; } = [];

    public TvsMisbehaviour TvsMisbehaviour { get; init; } = TvsMisbehaviour.None;
}
