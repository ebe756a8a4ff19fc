using System.Net.Security;

namespace PhoneSim.Network.Tls;

/// <summary>What a load's TLS can do (shared/spec/phone-behaviour.md 10).</summary>
public sealed record TlsOptions
{
    /// <summary>Loads of the 7900 family.</summary>
    public static TlsOptions Tls10Only { get; } = new()
    {
        Minimum = TlsVersion.Tls10,
        Maximum = TlsVersion.Tls10,
        CipherSuites = [TlsCipherSuite.TLS_RSA_WITH_AES_256_CBC_SHA, TlsCipherSuite.TLS_RSA_WITH_AES_128_CBC_SHA],
    };

    public TlsVersion Minimum { get; init; } = TlsVersion.Tls12;

    public TlsVersion Maximum { get; init; } = TlsVersion.Tls12;

    /// <summary>In order of preference. Empty: the engine's own. The platform's engine obeys it on Linux and macOS only.</summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    public TlsEngineKind Engine { get; init; } = TlsEngineKind.Automatic;

    /// <summary>Receives one line in NSS key log format a connection; called on any thread. BouncyCastle's engine only, see <see cref="PlatformKeyLog"/>.</summary>
    public Action<string>? KeyLog { get; init; }

    internal bool UsesPlatform => Engine == TlsEngineKind.Platform || (Engine == TlsEngineKind.Automatic && Minimum >= TlsVersion.Tls12);
}
