namespace PhoneSim.Formats.EncryptedFiles;

/// <summary>A manual configuration key: 16 bytes (AES-128) or 32 bytes (RC4-256). Prints as dots.</summary>
public sealed class SymmetricKey : IEquatable<SymmetricKey>
{
    private readonly byte[] bytes;

    public SymmetricKey(ReadOnlySpan<byte> key) => bytes = key.ToArray();

    public int Bits => bytes.Length * 8;

    /// <summary>All bytes zero: "no key" when typed into a phone (seed, "Enter Phone Symmetric Key" step 5).</summary>
    public bool IsZero => !bytes.AsSpan().ContainsAnyExcept((byte)0);

    public ReadOnlySpan<byte> Reveal() => bytes;

    public string RevealHex() => Convert.ToHexString(bytes);

    /// <summary>Reads hexadecimal digits of either case. Null unless they are exactly <paramref name="bits"/> / 4 digits.</summary>
    public static SymmetricKey? FromHex(string digits, int bits) =>
        digits.Length == bits / 4 && digits.All(char.IsAsciiHexDigit) ? new SymmetricKey(Convert.FromHexString(digits)) : null;

    public bool Equals(SymmetricKey? other) => other is not null && other.bytes.AsSpan().SequenceEqual(bytes);

    public override bool Equals(object? obj) => Equals(obj as SymmetricKey);

    public override int GetHashCode() => bytes.Length;

    public override string ToString() => Secret.Dots;
}
