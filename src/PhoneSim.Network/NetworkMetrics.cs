using System.Diagnostics.Metrics;
using PhoneSim.Network.Tls;
using PhoneSim.Phone.Events;
using PhoneSim.Phone.Metrics;

namespace PhoneSim.Network;

/// <summary>What phones' sockets go through below the files, for dotnet-counters, OpenTelemetry and the like. Nobody listens: next to nothing. Safe from any thread.</summary>
public static class NetworkMetrics
{
    public const string MeterName = "PhoneSim.Network";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Retransmissions = Meter.CreateCounter<long>("phonesim.tftp.retransmissions", "{datagram}", "TFTP packets that phones sent again because nothing came");
    private static readonly Histogram<double> Connections = Meter.CreateHistogram("phonesim.tls.connect.duration", "s", "Phones' TLS connections, from TCP to the verdict on the server's certificate, by outcome", advice: DurationBuckets.Advice);

    public static void SentAgain() => Retransmissions.Add(1);

    public static void Connected(TlsOutcome outcome, TimeSpan took)
    {
        if (Connections.Enabled)
            Connections.Record(took.TotalSeconds, new KeyValuePair<string, object?>("outcome", EventText.Words(outcome.ToString(), '-')));
    }
}
