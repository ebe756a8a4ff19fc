using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using PhoneSim.Formats.Capture;
using PhoneSim.Phone;

namespace PhoneSim.Evidence.Explain;

/// <summary>What the phones of a capture asked, phone by phone.</summary>
public static partial class CaptureTraffic
{
    /// <summary>In the order in which they appear.</summary>
    public static IReadOnlyList<PhoneTraffic> Of(CaptureConversations conversations)
    {
        HttpTrace[] http = [.. conversations.Connections.Where(HttpTrace.Recognises).Select(c => new HttpTrace(c))];
        ObservedRequest[] requests = [.. TftpTraces.Read(conversations.Datagrams).Concat(http.SelectMany(h => h.Read())).OrderBy(r => r.Time)];
        ObservedConnection[] others = [.. conversations.Connections.Where(c => !HttpTrace.Recognises(c)).Select(c => new ObservedConnection(c.Began, c.Client, c.Server, c.IsOpen)).OrderBy(c => c.Time)];
        return [.. Grouped(requests, others)];
    }

    private static IEnumerable<PhoneTraffic> Grouped(ObservedRequest[] requests, ObservedConnection[] others)
    {
        ILookup<string, (DateTimeOffset Time, string Device)> names = requests.Where(r => DeviceOf(r.File) is not null).ToLookup(r => Address(r.Client), r => (r.Time, DeviceOf(r.File)!));
        string Owner(IPEndPoint client, DateTimeOffset time, string file) => DeviceOf(file) ?? Nearest(names[Address(client)], time) ?? Address(client);
        ILookup<string, ObservedConnection> connections = others.ToLookup(c => Owner(c.Client, c.Time, ""));
        return requests.GroupBy(r => Owner(r.Client, r.Time, r.File)).Select(phone => new PhoneTraffic(phone.Key, Address(phone.First().Client), [.. phone], [.. connections[phone.Key]]));
    }

    /// <summary>Of several phones behind one address, the one that spoke last.</summary>
    private static string? Nearest(IEnumerable<(DateTimeOffset Time, string Device)> names, DateTimeOffset time) =>
        names.OrderBy(n => n.Time > time).ThenBy(n => (n.Time - time).Duration()).Select(n => n.Device).FirstOrDefault();

    private static string? DeviceOf(string file) => NamedDevice().Match(file) is { Success: true } match && DeviceName.TryParse(match.Groups[1].Value, out DeviceName? name) ? name.ToString() : null;

    private static string Address(IPEndPoint client) => client.Address.ToString();

    [GeneratedRegex("^(?:CTL|ITL)?(SEP[0-9A-F]{12})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedDevice();
}
