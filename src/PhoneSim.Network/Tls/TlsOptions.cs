using System.Net.Security;
using System.Security.Authentication;
using PhoneSim.Network.Capture;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Network.Tls;

/// <summary>What a load's TLS can do (shared/spec/phone-behaviour.md 10).</summary>
public sealed record TlsOptions
{
    public static TlsOptions Of(TlsProfile profile) => new()
    {
        Minimum = VersionOf(profile.MinVersion),
        Maximum = VersionOf(profile.MaxVersion),
        CipherSuites = profile.CipherSuites,
    };

    public TlsVersion Minimum { get; init; } = TlsVersion.Tls12;

    public TlsVersion Maximum { get; init; } = TlsVersion.Tls12;

    /// <summary>In order of preference. Empty: the engine's own. The platform's engine obeys it on Linux and macOS only.</summary>
    public IReadOnlyList<TlsCipherSuite> CipherSuites { get; init; } = [];

    public TlsEngineKind Engine { get; init; } = TlsEngineKind.Automatic;

    /// <summary>Receives one line in NSS key log format a connection; called on any thread. BouncyCastle's engine only, see <see cref="PlatformKeyLog"/>.</summary>
    public Action<string>? KeyLog { get; init; }

    /// <summary>Sees the encrypted bytes; null: nobody looks.</summary>
    public PacketCapture? Capture { get; init; }

    private static TlsVersion VersionOf(SslProtocols protocol) => protocol switch
    {
        SslProtocols.Tls13 => TlsVersion.Tls13,
        SslProtocols.Tls12 => TlsVersion.Tls12,
        SslProtocols.Tls11 => TlsVersion.Tls11,
        _ => TlsVersion.Tls10,
    };

    internal bool UsesPlatform => Engine == TlsEngineKind.Platform || (Engine == TlsEngineKind.Automatic && Minimum >= TlsVersion.Tls12);
}
