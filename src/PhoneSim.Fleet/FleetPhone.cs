using PhoneSim.Fleet.Measure;
using PhoneSim.Phone;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Fleet;

/// <summary>What stays of a phone while it rests: its flash and its verdict.</summary>
internal sealed class FleetPhone(long index, ulong mac, FirmwareProfile profile)
{
    /// <summary>Within the whole fleet.</summary>
    public long Index => index;

    public ulong Mac => mac;

    public DeviceName Device => DeviceName.TryParse(mac.ToString("X12", System.Globalization.CultureInfo.InvariantCulture), out DeviceName? name) ? name : throw new InvalidOperationException("a MAC address has 48 bits");

    public FirmwareProfile Profile => profile;

    public FlashContents Flash { get; set; } = FlashContents.Empty;

    public FleetVerdict Verdict { get; set; } = FleetVerdict.NotStarted;

    /// <summary>Begun so far, this one included.</summary>
    public int Boots { get; set; }

    /// <summary>In its last boot, a request stayed without an answer.</summary>
    public bool MissedAnswers { get; set; }

    public bool IsUnderWay { get; set; }

    /// <summary>Intended starts that came while the phone was under way: as the phone is one, they follow. Null: none did.</summary>
    public Queue<long>? Waiting { get; set; }
}
