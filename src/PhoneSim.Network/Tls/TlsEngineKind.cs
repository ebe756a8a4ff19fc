namespace PhoneSim.Network.Tls;

public enum TlsEngineKind
{
    /// <summary>The platform's when no version below 1.2 is offered, else BouncyCastle's.</summary>
    Automatic,
    /// <summary>SslStream: fast; what it does below TLS 1.2 is up to the host's OpenSSL policy.</summary>
    Platform,
    /// <summary>TLS 1.0 to 1.2 on any host, at about an eighth of the speed.</summary>
    BouncyCastle,
}
