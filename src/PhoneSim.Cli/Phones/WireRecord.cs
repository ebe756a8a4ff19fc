using PhoneSim.Cli.Output;
using PhoneSim.Network.Capture;
using PhoneSim.Network.Tls;

namespace PhoneSim.Cli.Phones;

/// <summary>The files that keep what goes over the network, open as long as the sockets are.</summary>
internal sealed class WireRecord : IDisposable
{
    private readonly WireSetup setup;
    private readonly DirectoryInfo? temporary;
    private readonly string? keyLogPath;
    private readonly StreamWriter? keyLog;
    private readonly long keyLogBegins;
    private readonly Lock gate = new();

    public WireRecord(WireSetup setup)
    {
        this.setup = setup;
        bool needsKeys = setup is { KeyLog: null, Capture: not null, ShowSecrets: true };
        temporary = needsKeys ? Directory.CreateTempSubdirectory("phonesim-keys-") : null;
        keyLogPath = temporary is null ? setup.KeyLog : Path.Combine(temporary.FullName, "keys.log");
        if (keyLogPath is not null)
        {
            keyLog = new(OutputFiles.OpenPrivate(keyLogPath, FileMode.Append, FileAccess.Write)) { AutoFlush = true };
            keyLogBegins = keyLog.BaseStream.Length;
            PlatformKeyLog.Enable(keyLogPath);
        }

        if (setup.Capture is { } file)
            Capture = new(OutputFiles.OpenPrivate(file, FileMode.Create, FileAccess.ReadWrite), CommandLineApp.Version, Comment(setup), name: setup.Name);
    }

    /// <summary>Null: nobody captures.</summary>
    public PacketCapture? Capture { get; }

    /// <summary>Null: nobody logs keys.</summary>
    public Action<string>? KeyLog => keyLog is null ? null : Log;

    public void Dispose()
    {
        keyLog?.Dispose();
        Capture?.Close(setup.ShowSecrets ? Secrets() : "");
        temporary?.Delete(recursive: true);
        if (Capture?.Failure is { } why)
            setup.Diagnostics.WriteLine($"phonesim: {setup.Capture} is not whole: {why}");
    }

    /// <summary>For whoever opens the file.</summary>
    private static string Comment(WireSetup setup) =>
        $"CAPF (TCP 3804) and TVS (TCP 2445) are TLS: Decode As, or tshark -d tcp.port==3804,tls. {(setup.ShowSecrets ? "The TLS secrets are inside: keep this file to yourself." : "TLS secrets were left out; --show-secrets puts them in.")}"
        + " A configuration that came unencrypted is in here as it came, with its passwords.";

    /// <summary>Those of this run.</summary>
    private string Secrets()
    {
        using FileStream log = new(keyLogPath!, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        log.Position = keyLogBegins;
        using StreamReader lines = new(log);
        return lines.ReadToEnd();
    }

    private void Log(string line)
    {
        lock (gate)
            keyLog!.WriteLine(line);
    }
}
