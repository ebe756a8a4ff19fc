using PhoneSim.Fleet.Load;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet;

/// <summary>Makes the phones of a shard: profile by chance from the mix, flash as delivered or as enrolled before.</summary>
internal sealed class FleetPhones(FleetOptions options)
{
    private const int MixQuestion = 1;

    private readonly Dictionary<string, DeviceCertificate> mics = [];

    public IReadOnlyList<FleetPhone> Make() => [.. from index in Enumerable.Range(0, options.Count) let mac = options.FirstMac + (ulong)index where options.Shard.Holds(mac) select Make(index, mac)];

    private FleetPhone Make(long index, ulong mac)
    {
        FirmwareProfile profile = ProfileOf(new PhoneChance(options.Seed, mac).Of(MixQuestion));
        FleetPhone phone = new(index, mac, profile);
        DeviceCertificate? mic = profile.Certificates.HasMic ? Mic(phone) : null;
        phone.Flash = options.Lsc is { } lsc && profile.Encryption.Method == EncryptionMethod.PublicKey
            ? FlashContents.Empty with { Mic = mic, Lsc = lsc, Settings = new() { EncryptedConfig = true } }
            : FlashContents.Empty with { Mic = mic };
        return phone;
    }

    private FirmwareProfile ProfileOf(double chance)
    {
        double left = chance * options.Mix.Sum(share => share.Parts);
        foreach (FleetShare share in options.Mix)
            if ((left -= share.Parts) < 0)
                return share.Profile;
        return options.Mix[^1].Profile;
    }

    /// <summary>Making a key takes a tenth of a second and more: one for all phones of a profile.</summary>
    private DeviceCertificate Mic(FleetPhone phone) => mics.TryGetValue(phone.Profile.Name, out DeviceCertificate? made)
        ? made
        : mics[phone.Profile.Name] = options.Lsc ?? MicFactory.Make(phone.Device, phone.Profile, options.Time.GetUtcNow());
}
