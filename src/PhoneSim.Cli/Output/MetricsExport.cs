using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using PhoneSim.Fleet;
using PhoneSim.Lab;
using PhoneSim.Network;
using PhoneSim.Phone.Metrics;

namespace PhoneSim.Cli.Output;

/// <summary>Sends all metrics of the program to a collector, over OTLP, every five seconds and once more at the end. What the OTEL_ variables say beside address and protocol is the library's.</summary>
internal sealed class MetricsExport : IDisposable
{
    private const int EveryMilliseconds = 5000;
    private const int LastCallMilliseconds = 5000;

    private static readonly string[] Meters = [FleetMetrics.MeterName, PhoneMetrics.MeterName, NetworkMetrics.MeterName, LabMetrics.MeterName];

    private readonly MeterProvider provider;
    private readonly Uri collector;
    private readonly TextWriter error;
    private readonly CollectorWatch watch;

    public MetricsExport(Uri collector, string instance, TextWriter error)
    {
        (this.collector, this.error, watch) = (collector, error, new(collector, error));
        provider = Sdk.CreateMeterProviderBuilder().AddMeter(Meters)
            .ConfigureResource(resource => resource.AddService("phonesim", serviceVersion: CommandLineApp.Version.Split(' ')[1], autoGenerateServiceInstanceId: false, serviceInstanceId: instance))
            .AddOtlpExporter(Send).Build();
    }

    /// <summary>A run is not spoilt by a collector that is not there, but its user is told.</summary>
    public void Dispose()
    {
        if (!provider.ForceFlush(LastCallMilliseconds) && !watch.HasFailed)
            error.WriteLine($"phonesim: {collector} did not take the metrics");
        provider.Dispose();
        watch.Dispose();
    }

    private void Send(OtlpExporterOptions exporter, MetricReaderOptions reader)
    {
        bool overGrpc = Environment.GetEnvironmentVariable("OTEL_EXPORTER_OTLP_PROTOCOL") == "grpc";
        exporter.Protocol = overGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
        exporter.Endpoint = overGrpc || collector.AbsolutePath != "/" ? collector : new(collector, "v1/metrics");
        exporter.HttpClientFactory = () => new(watch, disposeHandler: false) { Timeout = TimeSpan.FromMilliseconds(exporter.TimeoutMilliseconds) };
        reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = EveryMilliseconds;
    }
}
