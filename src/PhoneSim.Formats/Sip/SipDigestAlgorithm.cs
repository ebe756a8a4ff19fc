namespace PhoneSim.Formats.Sip;

/// <summary>Hash algorithms of digest authentication (RFC 7616, RFC 8760).</summary>
public enum SipDigestAlgorithm
{
    Md5,
    Sha256,
}
