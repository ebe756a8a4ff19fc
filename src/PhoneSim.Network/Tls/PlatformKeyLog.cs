namespace PhoneSim.Network.Tls;

/// <summary>Key log of the platform's TLS, for the whole process: it must be switched on before the first connection and cannot be switched off.</summary>
public static class PlatformKeyLog
{
    /// <param name="path">Appended to, NSS key log format.</param>
    public static void Enable(string path)
    {
        AppContext.SetSwitch("System.Net.EnableSslKeyLogging", true);
        Environment.SetEnvironmentVariable("SSLKEYLOGFILE", path);
    }
}
