namespace PhoneSim.TestSupport.Servers;

/// <summary>dnsmasq's TFTP server: always port 69, so on a loopback address of its own (shared/spec/servers.md).</summary>
public sealed class Dnsmasq : RealServer
{
    public const string Program = "dnsmasq";
    private static int last = Environment.ProcessId % 200;

    private Dnsmasq(string address, string root) : base(Program, "--no-daemon", "--port=0", "--enable-tftp", $"--tftp-root={root}", $"--listen-address={address}",
        "--bind-interfaces", "--tftp-max=4000", "--conf-file=/dev/null", $"--pid-file={Path.Combine(Path.GetTempPath(), $"dnsmasq-{address}.pid")}", "--log-facility=/dev/null", "--quiet-tftp", $"--user={Environment.UserName}") => Address = address;

    public string Address { get; }

    /// <param name="address">Of a server that was killed; null: one of its own.</param>
    public static Dnsmasq Start(string root, string? address = null)
    {
        Dnsmasq server = new(address ?? $"127.77.{Environment.ProcessId % 250}.{1 + (Interlocked.Increment(ref last) % 250)}", root);
        AwaitTftp(server.Address, 69);
        return server;
    }
}
