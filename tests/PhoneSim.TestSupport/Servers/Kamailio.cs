namespace PhoneSim.TestSupport.Servers;

/// <summary>
/// Kamailio as a registrar with digest authentication, over UDP and TCP on a free port of 127.0.0.1; bindings in memory, for two seconds. Not over TLS: Debian's Kamailio 5.6.3
/// breaks every handshake off ("no suitable signature algorithm"), OpenSSL's own client's too.
/// </summary>
public sealed class Kamailio : RealServer
{
    public const string Program = "kamailio";

    public const string User = "digest-user";

    public const string Password = "digest-s3cret";

    private readonly TemporaryFolder folder;

    private Kamailio(int port, TemporaryFolder folder)
        : base(Program, "-f", folder.PathOf("kamailio.cfg"), "-DD", "-E", "-m", "16", "-M", "4", "-w", folder.Path, "-Y", folder.Path) => (Port, this.folder) = (port, folder);

    public int Port { get; }

    /// <param name="algorithm"><c>MD5</c> or <c>SHA-256</c>.</param>
    public static Kamailio Start(string algorithm)
    {
        TemporaryFolder folder = new();
        int port = FreePort();
        folder.Write("kamailio.cfg", System.Text.Encoding.ASCII.GetBytes(Configuration(port, algorithm)));
        Kamailio server = new(port, folder);
        server.AwaitPorts(("udp", port), ("tcp", port));
        return server;
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private static string Configuration(int port, string algorithm) => $$"""
        #!KAMAILIO
        debug=1
        log_stderror=yes
        children=1
        tcp_children=1
        auto_aliases=no
        listen=udp:127.0.0.1:{{port}}
        listen=tcp:127.0.0.1:{{port}}
        loadmodule "tm.so"
        loadmodule "sl.so"
        loadmodule "pv.so"
        loadmodule "usrloc.so"
        loadmodule "registrar.so"
        loadmodule "auth.so"
        loadmodule "textops.so"
        modparam("usrloc", "db_mode", 0)
        modparam("registrar", "min_expires", 1)
        modparam("registrar", "max_expires", 2)
        modparam("auth", "algorithm", "{{algorithm}}")
        request_route {
          if (!is_method("REGISTER")) { sl_send_reply("405", "Method Not Allowed"); exit; }
          if (!pv_www_authenticate("kamailio", "{{Password}}", "0")) { www_challenge("kamailio", "1"); exit; }
          if ($au != "{{User}}") { sl_send_reply("403", "Forbidden"); exit; }
          save("location");
        }

        """;
}
