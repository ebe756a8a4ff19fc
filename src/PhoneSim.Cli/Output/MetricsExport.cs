using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using PhoneSim.Fleet;

namespace PhoneSim.Cli.Output;

/// <summary>Sends the metrics of a fleet to a collector, over OTLP/HTTP, every five seconds and once more at the end.</summary>
internal sealed class MetricsExport : IDisposable
{
    private const int EveryMilliseconds = 5000;
    private const int LastCallMilliseconds = 5000;

    private readonly MeterProvider provider;
    private readonly Uri collector;
    private readonly TextWriter error;

    /// <param name="instance">Tells the shards of a fleet apart: <c>service.instance.id</c>.</param>
    public MetricsExport(Uri collector, string instance, TextWriter error)
    {
        (this.collector, this.error) = (collector, error);
        provider = Sdk.CreateMeterProviderBuilder().AddMeter(FleetMetrics.MeterName)
            .ConfigureResource(resource => resource.AddService("phonesim", serviceVersion: CommandLineApp.Version.Split(' ')[1], autoGenerateServiceInstanceId: false, serviceInstanceId: instance))
            .AddOtlpExporter(Send).Build();
    }

    /// <summary>A run is not spoilt by a collector that is not there, but its user is told.</summary>
    public void Dispose()
    {
        if (!provider.ForceFlush(LastCallMilliseconds))
            error.WriteLine($"phonesim: {collector} did not take the metrics");
        provider.Dispose();
    }

    private void Send(OtlpExporterOptions exporter, MetricReaderOptions reader)
    {
        exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = collector.AbsolutePath == "/" ? new(collector, "v1/metrics") : collector;
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EveryMilliseconds;
    }
}
