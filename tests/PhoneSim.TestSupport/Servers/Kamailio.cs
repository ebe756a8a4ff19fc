using PhoneSim.Lab;

namespace PhoneSim.TestSupport.Servers;

/// <summary>Kamailio as a registrar with digest authentication, over UDP and TCP, or over TLS, on a free port of 127.0.0.1; bindings in memory, for two seconds.</summary>
public sealed class Kamailio : RealServer
{
    public const string Program = "kamailio";

    /// <summary>Debian's package kamailio-tls-modules is there.</summary>
    public static bool HasTls => Directory.EnumerateDirectories("/usr/lib", "*-linux-*").Any(folder => File.Exists(Path.Combine(folder, "kamailio/modules/tls.so")));

    public const string User = "digest-user";

    public const string Password = "digest-s3cret";

    private readonly TemporaryFolder folder;

    private Kamailio(int port, TemporaryFolder folder)
        : base(Program, "-f", folder.PathOf("kamailio.cfg"), "-DD", "-E", "-m", "16", "-M", "4", "-w", folder.Path, "-Y", folder.Path) => (Port, this.folder) = (port, folder);

    public int Port { get; }

    /// <param name="algorithm"><c>MD5</c> or <c>SHA-256</c>.</param>
    public static Kamailio Start(string algorithm)
    {
        int port = LastingPorts.Take();
        Kamailio server = Start(port, Configuration($"listen=udp:127.0.0.1:{port}\nlisten=tcp:127.0.0.1:{port}", algorithm));
        server.AwaitPorts(("udp", port), ("tcp", port));
        return server;
    }

    /// <summary>TLS of every version it has, whatever the host's policy.</summary>
    public static Kamailio StartTls(string algorithm)
    {
        int port = LastingPorts.Take();
        Kamailio server = Start(port, Configuration($"""
            enable_tls=yes
            listen=tls:127.0.0.1:{port}
            loadmodule "tls.so"
            modparam("tls", "certificate", "{Vectors.PathOf("keys/CUCM.pem")}")
            modparam("tls", "private_key", "{Vectors.PathOf("keys/CUCM.pem")}")
            modparam("tls", "tls_method", "TLSv1+")
            modparam("tls", "cipher_list", "ALL:@SECLEVEL=0")
            """, algorithm));
        server.AwaitPorts(("tcp", port));
        return server;
    }

    private static Kamailio Start(int port, string configuration)
    {
        TemporaryFolder folder = new();
        folder.Write("kamailio.cfg", System.Text.Encoding.ASCII.GetBytes(configuration));
        return new(port, folder);
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        folder.Dispose();
    }

    private static string Configuration(string listeners, string algorithm) => $$"""
        #!KAMAILIO
        debug=1
        log_stderror=yes
        children=1
        tcp_children=1
        auto_aliases=no
        {{listeners}}
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
