using System.Diagnostics.Metrics;
using PhoneSim.Formats.Tvs;
using PhoneSim.Lab.Http;
using PhoneSim.Lab.Tftp;
using PhoneSim.Phone.Events;

namespace PhoneSim.Lab;

/// <summary>What one lab is asked and answers, for dotnet-counters, OpenTelemetry and the like. Nobody listens: next to nothing. Ends with its lab; safe from any thread.</summary>
public sealed class LabMetrics : IDisposable
{
    public const string MeterName = "PhoneSim.Lab";

    private readonly Meter meter;
    private readonly Counter<long> requests;
    private readonly Counter<long> sent;
    private readonly List<(string Protocol, ILabService Service)> services = [];

    internal LabMetrics(LabServer lab)
    {
        meter = new(new MeterOptions(MeterName) { Scope = lab });
        requests = meter.CreateCounter<long>("phonesim.lab.requests", "{request}", "Requests, by protocol, kind and, but on SCCP, answer");
        sent = meter.CreateCounter<long>("phonesim.lab.sent", "By", "Bytes of the files that requests were answered with, by protocol");
    }

    /// <summary>The same observer, and what it is told is counted.</summary>
    internal LabObserver Around(LabObserver observer) => new()
    {
        Tftp = Count(observer.Tftp, TakeTftp),
        Http = Count(observer.Http, TakeHttp),
        Capf = Count(observer.Capf, report => Request("capf", Name(report.Operation), report.Succeeded ? "done" : "failed")),
        Tvs = Count(observer.Tvs, seen => Request("tvs", seen.Command == TvsCommand.QueryRequest ? "query" : "verify", seen.IsValid ? "valid" : "invalid")),
        Sip = Count(observer.Sip, seen => Request("sip", seen.Request.Method == "REGISTER" ? "register" : "other", seen.Response is { } response ? $"{response.Status}" : "none")),
        Sccp = Count(observer.Sccp, message => requests.Add(1, Tag("protocol", "sccp"), Tag("kind", Enum.IsDefined(message.Id) ? Name(message.Id) : "other"))),
    };

    /// <summary>From now on its connections show.</summary>
    internal void Watch(string protocol, ILabService service) => services.Add((protocol, service));

    /// <summary>Once all services are up.</summary>
    internal void Begin(TftpServer tftp, Func<int> lines, Func<int> devices)
    {
        meter.CreateObservableUpDownCounter("phonesim.lab.connections", () => services.Select(s => new Measurement<int>(s.Service.Connections, Tag("protocol", s.Protocol))), "{connection}", "Connections and TFTP transfers that are open");
        meter.CreateObservableUpDownCounter("phonesim.lab.registrations", () => (Measurement<int>[])[new(lines(), Tag("protocol", "sip")), new(devices(), Tag("protocol", "sccp"))], "{registration}", "Lines on SIP and devices on SCCP that are registered");
        meter.CreateObservableCounter("phonesim.lab.retransmissions", () => tftp.Retransmissions, "{datagram}", "TFTP packets sent again because the phone did not acknowledge them");
    }

    public void Dispose() => meter.Dispose();

    private Action<T> Count<T>(Action<T>? next, Action<T> count) => seen =>
    {
        if (requests.Enabled)
            count(seen);
        next?.Invoke(seen);
    };

    private void TakeTftp(TftpRequestSeen seen)
    {
        Request("tftp", "read", seen.Answer);
        sent.Add(seen.Length ?? 0, Tag("protocol", "tftp"));
    }

    private void TakeHttp(HttpRequestSeen seen)
    {
        string protocol = seen.IsSecure ? "https" : "http";
        Request(protocol, "get", seen.Length is null ? "not-found" : "ok");
        sent.Add(seen.Length ?? 0, Tag("protocol", protocol));
    }

    private void Request(string protocol, string kind, string answer) => requests.Add(1, Tag("protocol", protocol), Tag("kind", kind), Tag("answer", answer));

    private static string Name<T>(T value)
        where T : struct, Enum => EventText.Words(value.ToString(), '-');

    private static KeyValuePair<string, object?> Tag(string name, string value) => new(name, value);
}
