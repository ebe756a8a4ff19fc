using System.Security.Cryptography;
using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Phone;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Database;

/// <summary>The buttons of the Phone Configuration window.</summary>
public static class LabPhones
{
    /// <summary>A new record: a line and digest credentials of its own, encryption off.</summary>
    public static LabPhone New(DeviceName device, string profile)
    {
        string line = "2" + Convert.ToInt32(device.Mac[^4..], 16).ToString("00000", System.Globalization.CultureInfo.InvariantCulture);
        return new() { Name = device.ToString(), Profile = profile, Line = line, DigestUser = $"user{line}", DigestPassword = new(RandomNumberGenerator.GetHexString(16, lowercase: true)) };
    }

    /// <summary>Field "Symmetric Key".</summary>
    /// <exception cref="LabException">Not hexadecimal, or not of the profile's size.</exception>
    public static LabPhone WithKey(this LabPhone phone, string digits, FirmwareProfile profile)
    {
        if (profile.Encryption.Method != EncryptionMethod.Manual)
            throw new LabException($"{profile.Name} has no symmetric key: it does not use manual key distribution");
        SymmetricKey key = SymmetricKey.FromHex(digits, profile.Encryption.KeyBits) ?? throw new LabException(PhoneRules.KeySize(profile.Name, profile.Encryption.KeyBits, digits.Length));
        return phone with { Key = key, PreviousKey = phone.Key };
    }

    /// <summary>Button "Generate String".</summary>
    /// <exception cref="LabException">The profile has no symmetric key.</exception>
    public static LabPhone WithGeneratedKey(this LabPhone phone, FirmwareProfile profile) => phone.WithKey(RandomNumberGenerator.GetHexString(profile.Encryption.KeyBits / 4), profile);

    /// <summary>Button "Revert to Database Value".</summary>
    public static LabPhone WithRevertedKey(this LabPhone phone) => phone with { Key = phone.PreviousKey, PreviousKey = null };
}
