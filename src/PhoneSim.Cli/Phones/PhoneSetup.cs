using PhoneSim.Formats;
using PhoneSim.Phone;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Lessons;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Cli.Phones;

/// <summary>A phone as the command line describes it; nothing is opened yet.</summary>
internal sealed record PhoneSetup
{
    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    /// <summary>Server 1 and 2; empty: none was named.</summary>
    public required IReadOnlyList<ServerEndPoint> Servers { get; init; }

    public required int HttpPort { get; init; }

    public required int HttpsPort { get; init; }

    public required string FlashFolder { get; init; }

    public DeviceCertificate? Mic { get; init; }

    public Secret? AuthString { get; init; }

    /// <summary>Null: the servers that the configuration names.</summary>
    public ServerEndPoint? Capf { get; init; }

    /// <summary>Null: the servers that the configuration names.</summary>
    public ServerEndPoint? Tvs { get; init; }

    public WireSetup Wire { get; init; } = WireSetup.None;

    /// <summary>Null: chance differs each time.</summary>
    public ulong? Seed { get; init; }

    public double TimeScale { get; init; } = 1;

    /// <summary>Given on this phone; null: none.</summary>
    public LessonPlan? Lesson { get; init; }

    /// <summary>Of the built-in lab; null: the one of the screen.</summary>
    public string? LabFolder { get; init; }

    /// <summary>On the screen: the boot is held from power-on.</summary>
    public bool Stepped { get; init; }
}
