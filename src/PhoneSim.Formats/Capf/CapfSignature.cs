using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Encodings;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Security;

namespace PhoneSim.Formats.Capf;

/// <summary>CAPF's own RSA signature: the bare hash in PKCS#1 type-1 padding, without the DigestInfo that RSASSA-PKCS1 puts before it.</summary>
public static class CapfSignature
{
    private const int PaddingLength = 11;

    /// <summary>A 512-bit key cannot hold a SHA-512 hash.</summary>
    public static bool Fits(RSA key, int hashLength) => hashLength + PaddingLength <= key.KeySize / 8;

    public static byte[] Sign(RSA key, byte[] hash) => Process(DotNetUtilities.GetRsaKeyPair(key).Private, signing: true, hash);

    public static bool Holds(RSA key, byte[] hash, ReadOnlySpan<byte> signature)
    {
        try
        {
            return Process(DotNetUtilities.GetRsaPublicKey(key), signing: false, signature.ToArray()).AsSpan().SequenceEqual(hash);
        }
        catch (CryptoException)
        {
            return false;
        }
    }

    private static byte[] Process(AsymmetricKeyParameter key, bool signing, byte[] input)
    {
        Pkcs1Encoding engine = new(new RsaBlindedEngine());
        engine.Init(signing, key);
        return engine.ProcessBlock(input, 0, input.Length);
    }
}
