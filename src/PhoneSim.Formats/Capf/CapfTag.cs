namespace PhoneSim.Formats.Capf;

/// <summary>Tags of elements (shared/spec/capf.md).</summary>
public enum CapfTag : byte
{
    Reason = 1,
    ReasonText = 2,
    CertificateType = 3,
    Certificate = 4,
    CertificateId = 5,
    /// <summary>Signature over the SHA-1 of device name, NUL and certificate.</summary>
    SignedData = 6,
    Version = 7,
    AuthType = 8,
    /// <summary>SubjectPublicKeyInfo DER.</summary>
    PublicKey = 9,
    KeySize = 10,
    Password = 11,
    RetryDelay = 12,
    DeviceName = 13,
    SudiData = 16,
    KeyType = 17,
    Curve = 18,
    DigestType = 19,
    Sha2SignedData = 20,
}
