using System.Collections.Concurrent;
using Google.Protobuf;

namespace PhoneSim.Cli.Tests.Otlp;

/// <summary>What a collector has been sent: the last value of each series (ExportMetricsServiceRequest, opentelemetry/proto/metrics/v1/metrics.proto).</summary>
internal sealed class OtlpExport
{
    private readonly ConcurrentDictionary<string, double> values = new();
    private readonly ConcurrentDictionary<string, string> units = new();

    /// <summary>Of the sender: <c>service.name</c> and so on.</summary>
    public ConcurrentDictionary<string, string> Resource { get; } = new();

    public string Names => string.Join('\n', values.Keys.Order());

    /// <summary>A sum's value, a histogram's count; 0: never sent.</summary>
    /// <param name="series">The metric's name and the values of its attributes by name, a blank between.</param>
    public double this[string series] => values.GetValueOrDefault(series);

    public string UnitOf(string metric) => units[metric];

    public void Take(ByteString request)
    {
        foreach (ProtoMessage sender in new ProtoMessage(request).All(1))
        {
            foreach (ProtoMessage attribute in sender.Find(1)!.All(1))
                Resource[attribute.Text(1)] = attribute.Find(2)!.Text(1);
            foreach (ProtoMessage metric in sender.All(2).SelectMany(meter => meter.All(2)))
                Take(metric);
        }
    }

    private void Take(ProtoMessage metric)
    {
        units[metric.Text(1)] = metric.Text(3);
        foreach (ProtoMessage point in metric.Find(7)?.All(1) ?? [])
            values[Series(metric, point.All(7))] = (long?)point.Number(6) ?? BitConverter.UInt64BitsToDouble(point.Number(4)!.Value);
        foreach (ProtoMessage point in metric.Find(9)?.All(1) ?? [])
            values[Series(metric, point.All(9))] = point.Number(4)!.Value;
    }

    private static string Series(ProtoMessage metric, IEnumerable<ProtoMessage> attributes) =>
        string.Join(' ', attributes.OrderBy(a => a.Text(1), StringComparer.Ordinal).Select(a => a.Find(2)!.Text(1)).Prepend(metric.Text(1)));
}
