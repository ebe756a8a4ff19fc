namespace PhoneSim.Network.Tls;

public enum TlsVersion
{
    Tls10,
    Tls11,
    Tls12,
    Tls13,
}
