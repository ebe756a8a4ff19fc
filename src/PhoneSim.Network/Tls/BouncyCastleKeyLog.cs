using Org.BouncyCastle.Tls;
using Org.BouncyCastle.Tls.Crypto.Impl.BC;

namespace PhoneSim.Network.Tls;

/// <summary>Key log of BouncyCastle's TLS, client and server.</summary>
public static class BouncyCastleKeyLog
{
    /// <summary>In NSS key log format, once the handshake is complete.</summary>
    public static string LineOf(TlsContext context, BcTlsCrypto crypto)
    {
        SecurityParameters negotiated = context.SecurityParameters;
        return $"CLIENT_RANDOM {Convert.ToHexStringLower(negotiated.ClientRandom)} {Convert.ToHexStringLower(crypto.AdoptSecret(negotiated.MasterSecret).Extract())}";
    }
}
