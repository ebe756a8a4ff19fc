using PhoneSim.Network;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Boot;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Flash;

namespace PhoneSim.Cli.Phones;

/// <summary>The parts of one phone, wired: flash, clock, sockets. Owns them.</summary>
internal sealed class PhoneRig : IDisposable
{
    private readonly PhoneSetup setup;
    private readonly FolderFlash flash;
    private readonly TimeProvider time;
    private readonly PhoneNetwork network;
    private readonly StreamWriter? keyLog;
    private readonly Lock keyLogGate = new();

    /// <exception cref="FlashInUseException">Another process holds the flash.</exception>
    public PhoneRig(PhoneSetup setup)
    {
        this.setup = setup;
        flash = Open(setup.FlashFolder);
        time = setup.TimeScale == 1 ? TimeProvider.System : new ScaledTimeProvider(TimeProvider.System, setup.TimeScale);
        keyLog = setup.KeyLog is { } path ? OpenKeyLog(path) : null;
        network = new(new() { KeyLog = keyLog is null ? null : Log, Seed = setup.Seed });
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
        keyLog?.Dispose();
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

    private StreamWriter OpenKeyLog(string path)
    {
        try
        {
            StreamWriter log = new(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true };
            PlatformKeyLog.Enable(path);
            return log;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            flash.Dispose();
            throw CommandException.Environment($"cannot write {path}: {e.Message}");
        }
    }

    private void Log(string line)
    {
        lock (keyLogGate)
            keyLog!.WriteLine(line);
    }
}
