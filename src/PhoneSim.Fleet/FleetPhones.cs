using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Services;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet;

/// <summary>Makes the phones of a shard: profile by chance from the mix, flash as delivered, as enrolled before or as their folders hold it.</summary>
internal sealed class FleetPhones(FleetOptions options) : IDisposable
{
    private const int MixQuestion = 1;

    private readonly Dictionary<string, DeviceCertificate> shared = [];
    private readonly FleetMics mics = new(options.Time.GetUtcNow());

    /// <exception cref="IOException">A phone's folder cannot be read or written, or another process holds it.</exception>
    /// <exception cref="UnauthorizedAccessException"/>
    public IReadOnlyList<FleetPhone> Make()
    {
        FleetPhone[] phones = [.. from index in Enumerable.Range(0, options.Count) let mac = options.FirstMac + (ulong)index where options.Shard.Holds(mac) select Make(index, mac)];
        new FleetFlash(options.FlashFolder).Read(phones);
        return phones;
    }

    public void Dispose() => mics.Dispose();

    private FleetPhone Make(long index, ulong mac)
    {
        FirmwareProfile profile = ProfileOf(new PhoneChance(options.Seed, mac).Of(MixQuestion));
        FleetPhone phone = new(index, mac, profile);
        DeviceCertificate? mic = profile.Certificates.HasMic ? options.Lsc ?? Mic(phone.Device, profile) : null;
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

    /// <summary>Phones that may have to prove who they are have an MIC of their own; for the others, one a profile will do.</summary>
    private DeviceCertificate Mic(DeviceName device, FirmwareProfile profile)
    {
        if (options.Services.Keys != FleetKeys.None)
            return mics.Make(device, profile);
        if (!shared.TryGetValue(profile.Name, out DeviceCertificate? mic))
            shared[profile.Name] = mic = mics.Make(device, profile);
        return mic;
    }
}
