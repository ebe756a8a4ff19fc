using PhoneSim.Phone.Flash;

namespace PhoneSim.Phone.Boot;

/// <summary>What a phone gets before its first power-on.</summary>
internal static class Factory
{
    /// <summary>Puts an MIC into a flash that has none, where the profile says that the phone has one.</summary>
    public static void Equip(BootContext phone)
    {
        if (!phone.Profile.Certificates.HasMic || phone.Contents.Mic is not null)
            return;
        phone.Flash.SetMic(phone.Options.Mic ?? MicFactory.Make(phone.Device, phone.Profile, phone.Now));
        phone.Changed(FlashItem.Mic, $"MIC installed, RSA {phone.Contents.Mic!.KeyBits} bits, MD5 {phone.Contents.Mic.Md5}");
    }
}
