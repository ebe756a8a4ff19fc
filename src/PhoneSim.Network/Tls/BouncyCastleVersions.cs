using Org.BouncyCastle.Tls;

namespace PhoneSim.Network.Tls;

/// <summary>Versions in BouncyCastle's terms; it is asked for 1.2 at most.</summary>
public static class BouncyCastleVersions
{
    /// <summary>Highest first.</summary>
    public static ProtocolVersion[] Between(TlsVersion minimum, TlsVersion maximum) =>
        [.. Enum.GetValues<TlsVersion>().Where(version => version >= minimum && version <= maximum && version <= TlsVersion.Tls12).OrderDescending().Select(ToBouncyCastle)];

    public static TlsVersion Of(ProtocolVersion version) =>
        version == ProtocolVersion.TLSv10 ? TlsVersion.Tls10 : version == ProtocolVersion.TLSv11 ? TlsVersion.Tls11 : TlsVersion.Tls12;

    private static ProtocolVersion ToBouncyCastle(TlsVersion version) => version switch
    {
        TlsVersion.Tls10 => ProtocolVersion.TLSv10,
        TlsVersion.Tls11 => ProtocolVersion.TLSv11,
        _ => ProtocolVersion.TLSv12,
    };
}
