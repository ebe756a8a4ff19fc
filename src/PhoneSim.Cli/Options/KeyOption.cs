using PhoneSim.Formats.EncryptedFiles;

namespace PhoneSim.Cli.Options;

/// <summary>A symmetric key as the user types it; messages never repeat it.</summary>
internal static class KeyOption
{
    public static SymmetricKey Parse(string digits, int bits) => SymmetricKey.FromHex(digits, bits)
        ?? throw CommandException.Usage($"--hex: {bits / 4} hexadecimal digits expected, {Found(digits)}");

    /// <summary>32 digits are AES-128, 64 are RC4-256.</summary>
    public static SymmetricKey Parse(string digits) => digits.Length == 64
        ? Parse(digits, 256)
        : SymmetricKey.FromHex(digits, 128) ?? throw CommandException.Usage($"--hex: 32 (AES-128) or 64 (RC4) hexadecimal digits expected, {Found(digits)}");

    private static string Found(string digits) => digits.All(char.IsAsciiHexDigit) ? $"{digits.Length} found" : "other characters found";
}
