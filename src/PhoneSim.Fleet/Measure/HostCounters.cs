using System.Globalization;

namespace PhoneSim.Fleet.Measure;

internal static class HostCounters
{
    /// <summary>RcvbufErrors of /proc/net/snmp and snmp6, of all processes; 0 where there is no such file.</summary>
    public static long ReceiveDrops() => Find("/proc/net/snmp", Ipv4) + Find("/proc/net/snmp6", Ipv6);

    private static long Find(string file, Func<string[], string?> value) =>
        File.Exists(file) && long.TryParse(value(File.ReadAllLines(file)), CultureInfo.InvariantCulture, out long drops) ? drops : 0;

    /// <summary>A line of names, then a line of values.</summary>
    private static string? Ipv4(string[] lines)
    {
        string[][] udp = [.. lines.Where(l => l.StartsWith("Udp:", StringComparison.Ordinal)).Select(l => l.Split(' '))];
        int column = udp.Length == 2 ? Array.IndexOf(udp[0], "RcvbufErrors") : -1;
        return column < 0 ? null : udp[1][column];
    }

    private static string? Ipv6(string[] lines) => lines.FirstOrDefault(l => l.StartsWith("Udp6RcvbufErrors", StringComparison.Ordinal))?.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
}
