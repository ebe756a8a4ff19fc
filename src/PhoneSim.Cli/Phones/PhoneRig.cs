using PhoneSim.Formats.EncryptedFiles;
using PhoneSim.Network;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;
using PhoneSim.Phone.Lessons;

namespace PhoneSim.Cli.Phones;

/// <summary>The parts of one phone, wired: flash, clock, sockets. Owns them.</summary>
internal sealed class PhoneRig : IDisposable
{
    private readonly PhoneSetup setup;
    private readonly FolderFlash flash;
    private readonly TimeProvider time;
    private readonly PhoneNetwork network;
    private readonly WireRecord wire;

    /// <exception cref="FlashInUseException">Another process holds the flash.</exception>
    public PhoneRig(PhoneSetup setup)
    {
        this.setup = setup;
        flash = Open(setup.FlashFolder);
        if (setup.Lesson?.Lesson.PhoneKey is { } digits)
            flash.SetSymmetricKey(SymmetricKey.FromHex(LessonKey.Repeat(digits, setup.Profile.Encryption.KeyBits), setup.Profile.Encryption.KeyBits));
        time = setup.TimeScale == 1 ? TimeProvider.System : new ScaledTimeProvider(TimeProvider.System, setup.TimeScale);
        wire = OpenWire();
        network = new(new() { KeyLog = wire.KeyLog, Capture = wire.Capture, Seed = setup.Seed });
    }

    /// <summary>What could not be read of the flash; it counts as absent.</summary>
    public IReadOnlyList<string> Damaged => flash.Damaged;

    public PhoneOptions Options(IPhoneObserver? observer) => network.Connect(new()
    {
        Device = setup.Device,
        Profile = setup.Profile,
        Flash = flash,
        Transports = [],
        Servers = [.. setup.Servers.Select(s => s.Host)],
        TftpPort = setup.Servers.Count == 0 ? 69 : setup.Servers[0].Port,
        TftpPorts = [.. setup.Servers.Select(s => s.Port)],
        HttpPort = setup.HttpPort,
        HttpsPort = setup.HttpsPort,
        CapfServers = setup.Capf is { } capf ? [capf] : null,
        TvsServers = setup.Tvs is { } tvs ? [tvs] : null,
        Time = time,
        Observer = observer,
        AuthString = setup.AuthString,
        Mic = setup.Mic,
    });

    public void Dispose()
    {
        network.Dispose();
        wire.Dispose();
        flash.Dispose();
    }

    private static FolderFlash Open(string folder)
    {
        try
        {
            return new(folder);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or (IOException and not (FlashInUseException or FlashFormatException)))
        {
            throw CommandException.Environment($"the flash folder {folder} cannot be made or written: {e.Message}");
        }
    }

    private WireRecord OpenWire()
    {
        try
        {
            return new(setup.Wire with { Name = setup.Device.ToString() });
        }
        catch
        {
            flash.Dispose();
            throw;
        }
    }
}
