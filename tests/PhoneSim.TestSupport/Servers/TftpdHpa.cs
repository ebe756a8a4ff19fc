using PhoneSim.Lab;

namespace PhoneSim.TestSupport.Servers;

/// <summary>tftpd-hpa on a free port of 127.0.0.1 (shared/spec/servers.md). Its files must be world-readable.</summary>
public sealed class TftpdHpa : RealServer
{
    public const string Program = "in.tftpd";

    private TftpdHpa(int port, string root) : base(Program, "-L", "-a", $"127.0.0.1:{port}", "-u", Environment.UserName, "-s", root) => Port = port;

    public int Port { get; }

    /// <param name="port">Of a server that was killed; null: a free one.</param>
    public static TftpdHpa Start(string root, int? port = null)
    {
        TftpdHpa server = new(port ?? LastingPorts.Take(), root);
        AwaitTftp("127.0.0.1", server.Port);
        return server;
    }
}
