namespace PhoneSim.Network.Tls;

public enum TlsOutcome
{
    Connected,
    /// <summary>Nothing listens there, or the name does not resolve.</summary>
    Unreachable,
    TimedOut,
    /// <summary>No version or cipher suite in common, or the server broke off.</summary>
    HandshakeFailed,
    /// <summary>The phone does not trust the server's certificate; no content was sent.</summary>
    Untrusted,
}
