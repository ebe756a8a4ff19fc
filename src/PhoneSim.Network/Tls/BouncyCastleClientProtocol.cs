using Org.BouncyCastle.Tls;

namespace PhoneSim.Network.Tls;

/// <summary>Against BEAST it sends an empty record before each write, as OpenSSL 0.9.8 in the phones does; BouncyCastle's own way tears the first byte off the message.</summary>
internal sealed class BouncyCastleClientProtocol : TlsClientProtocol
{
    public BouncyCastleClientProtocol() => AppDataSplitMode = ADS_MODE_0_N;
}
