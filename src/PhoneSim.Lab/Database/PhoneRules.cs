using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Lab.Database;

/// <summary>What the administration pages refuse (seed, "Manual Key Distribution Settings" and "Tips").</summary>
internal static class PhoneRules
{
    /// <exception cref="LabException"/>
    public static void Check(LabPhone phone, FirmwareProfile profile)
    {
        EncryptionProfile encryption = profile.Encryption;
        if (phone.EncryptedConfig && encryption.Method == EncryptionMethod.None)
            throw new LabException($"{profile.Name} does not support encrypted configuration files: only phones that do display the TFTP Encrypted Config flag");
        if (phone.ExcludeDigest && !encryption.OffersExcludeDigest)
            throw new LabException($"{profile.Name} does not offer Exclude Digest Credentials in Configuration File: only 7800, 7942 and 7962 on SIP do");
        if (phone.EncryptedConfig && phone is { Capf: CapfOperation.Install, CapfCurve: not null })
            throw new LabException("an encrypted configuration file is for a phone with an RSA key, and the operation orders an EC key (shared/spec/files.md 3)");
        if (phone is { Capf: not CapfOperation.None, CapfMode: CapfAuthentication.AuthString, AuthString: null })
            throw new LabException("the authentication mode is By Authentication String, and there is no authentication string (4 to 10 digits)");
        if (phone.Key is null)
            return;
        if (encryption.Method != EncryptionMethod.Manual)
            throw new LabException($"{profile.Name} has no symmetric key: it does not use manual key distribution");
        if (phone.Key.Bits != encryption.KeyBits)
            throw new LabException(KeySize(profile.Name, encryption.KeyBits, phone.Key.Bits / 4));
    }

    public static string KeySize(string profile, int bits, int digits) =>
        $"the symmetric key of {profile} has {bits} bits: {bits / 4} hexadecimal digits (0-9, A-F or a-f) expected, {digits} given; Cisco Unified Communications Manager rejects the value";
}
