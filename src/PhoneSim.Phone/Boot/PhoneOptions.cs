using PhoneSim.Formats.TrustLists;
using PhoneSim.Phone.Enrolment;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Fetching;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Profiles;
using PhoneSim.Phone.Registration;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Phone.Boot;

/// <summary>What a phone is made of. The flash, transports and observer stay their owner's; the phone disposes none of them.</summary>
public sealed record PhoneOptions
{
    public required DeviceName Device { get; init; }

    public required FirmwareProfile Profile { get; init; }

    public required IFlash Flash { get; init; }

    public required IReadOnlyList<IFileTransport> Transports { get; init; }

    /// <summary>Server 1, server 2: as DHCP would have given them. The alternate TFTP servers in flash come first.</summary>
    public required IReadOnlyList<string> Servers { get; init; }

    public int TftpPort { get; init; } = 69;

    /// <summary>TFTP ports of <see cref="Servers"/>, one each; null: all have <see cref="TftpPort"/>.</summary>
    public IReadOnlyList<int>? TftpPorts { get; init; }

    /// <summary>0: HTTP is not tried.</summary>
    public int HttpPort { get; init; } = 6970;

    /// <summary>0: HTTPS is not tried.</summary>
    public int HttpsPort { get; init; } = 6971;

    /// <summary>Resets the phone decides on by itself before it is stopped.</summary>
    public int MaxResets { get; init; } = 5;

    /// <summary>Parses a trust list. As those are immutable, one parsed before may come back for equal bytes, be it another phone's.</summary>
    public Func<ReadOnlyMemory<byte>, TrustList> ReadTrustList { get; init; } = TrustList.Parse;

    public TimeProvider Time { get; init; } = TimeProvider.System;

    public IPhoneObserver? Observer { get; init; }

    /// <summary>Who may hold the boot; null: nobody.</summary>
    public IBootGate? Gate { get; init; }

    /// <summary>What the user would type when CAPF asks; null: nothing.</summary>
    public Formats.Secret? AuthString { get; init; }

    /// <summary>Makes the phone's CAPF client, given who watches its sessions. Null: the phone says that it would start CAPF now, and does not.</summary>
    public Func<ICapfObserver, CapfEnrolment>? Enrolment { get; init; }

    /// <summary>Null: nobody is asked about certificates that no trust list knows.</summary>
    public TvsVerifier? Tvs { get; init; }

    /// <summary>Used instead of the CAPF servers that the configuration names; null: those.</summary>
    public IReadOnlyList<ServerEndPoint>? CapfServers { get; init; }

    /// <summary>Used instead of the TVS members that the configuration names; null: those.</summary>
    public IReadOnlyList<ServerEndPoint>? TvsServers { get; init; }

    /// <summary>Null: the phone does not register; a boot then ends configured.</summary>
    public RegistrationOptions? Registration { get; init; }

    /// <summary>Goes into a flash without MIC; null: one is made.</summary>
    public DeviceCertificate? Mic { get; init; }

    /// <summary>Stop as soon as this state is entered; null: run until the phone rests.</summary>
    public BootState? Until { get; init; }
}
