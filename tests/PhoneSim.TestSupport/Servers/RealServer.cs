using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using PhoneSim.Formats.Tftp;

namespace PhoneSim.TestSupport.Servers;

/// <summary>A program of the distribution, started for one test and killed with it.</summary>
public abstract class RealServer : IDisposable
{
    private readonly Process process;

    protected RealServer(string program, params IReadOnlyList<string> arguments)
    {
        ProcessStartInfo start = new(Find(program)!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
    }

    /// <summary>0: the program says that all went well.</summary>
    /// <exception cref="TimeoutException">It still runs after twenty seconds.</exception>
    protected async Task<int> ExitCodeAsync()
    {
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));
        return process.ExitCode;
    }

    /// <summary>Waits until the program listens on these ports of 127.0.0.1; ends it when it does not.</summary>
    /// <exception cref="TimeoutException">Five seconds passed.</exception>
    protected void AwaitPorts(params IReadOnlyList<(string Protocol, int Port)> ports)
    {
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5); Thread.Sleep(20))
            if (ports.All(port => Listens(port.Protocol, port.Port)))
                return;
        Dispose();
        throw new TimeoutException($"nobody listens on {string.Join(", ", ports)} of 127.0.0.1");
    }

    private static bool Listens(string protocol, int port) =>
        File.ReadAllText($"/proc/net/{protocol}").Contains($"0100007F:{port:X4} 00000000:0000 {(protocol == "udp" ? "07" : "0A")}", StringComparison.Ordinal);

    /// <summary>Asks for an absent file until the server answers.</summary>
    /// <exception cref="TimeoutException">Five seconds passed.</exception>
    protected static void AwaitTftp(string address, int port)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 100 };
        for (long started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(5);)
            if (Answers(probe, new(IPAddress.Parse(address), port)))
                return;
        throw new TimeoutException($"no TFTP server on {address}:{port}");
    }

    private static bool Answers(Socket probe, IPEndPoint server)
    {
        try
        {
            probe.SendTo(TftpPackets.ReadRequest("is-the-server-there", []), server);
            return probe.Receive(new byte[600]) > 0;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    /// <summary>Path of a program on PATH or in the system's own folders; null: not installed.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/sbin"]).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.WaitForExit(5000);
        process.Dispose();
    }
}
