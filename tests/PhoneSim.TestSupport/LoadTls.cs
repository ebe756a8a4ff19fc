using PhoneSim.Network.Tls;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.TestSupport;

/// <summary>The TLS of real loads, as their profiles say it.</summary>
public static class LoadTls
{
    /// <summary>1.0 only.</summary>
    public static TlsOptions Of7962 { get; } = TlsOptions.Of(new ProfileStore().Find("7962")!.Tls);

    /// <summary>1.2 only.</summary>
    public static TlsOptions Of8845 { get; } = TlsOptions.Of(new ProfileStore().Find("8845")!.Tls);
}
