using System.CommandLine;
using System.CommandLine.Parsing;
using PhoneSim.Cli.Output;

namespace PhoneSim.Cli.Options;

/// <summary>Metrics for a collector, of any command that has some.</summary>
internal sealed class OtlpOption : Option<Uri?>
{
    public OtlpOption() : base("--otlp")
    {
        HelpName = "URL";
        Description = "Send metrics to an OpenTelemetry collector over OTLP/HTTP, e.g. http://127.0.0.1:4318; OTEL_EXPORTER_OTLP_PROTOCOL=grpc: over gRPC, e.g. http://127.0.0.1:4317";
        CustomParser = Parse;
    }

    /// <summary>From now on metrics go out, and once more when it is disposed; null: nobody asked.</summary>
    /// <param name="instance">Tells the programs of one place apart: <c>service.instance.id</c>.</param>
    /// <param name="error">Told of a collector that is not there; null: standard error.</param>
    public MetricsExport? Begin(ParseResult parsed, string instance, TextWriter? error = null) =>
        parsed.GetValue(this) is { } collector ? new(collector, instance, error ?? TextWriter.Synchronized(parsed.InvocationConfiguration.Error)) : null;

    private static Uri? Parse(ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out Uri? url) && (url.Scheme is "http" or "https"))
            return url;
        result.AddError($"--otlp {result.Tokens[0].Value} is no address of a collector; http://HOST:4318 expected");
        return null;
    }
}
