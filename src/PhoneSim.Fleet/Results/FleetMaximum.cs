using System.Globalization;

namespace PhoneSim.Fleet.Results;

/// <summary>What a search for the highest load found.</summary>
/// <param name="Rate">Starts a second: the highest that met the objective.</param>
/// <param name="Beyond">The lowest that did not; null: the search was stopped before it found one.</param>
/// <param name="IsGenerators">There the generator was the bottleneck: the server may bear more than <paramref name="Rate"/>.</param>
public sealed record FleetMaximum(double Rate, double? Beyond, bool IsGenerators)
{
    /// <summary><c>server</c>, <c>generator</c>, or <c>none</c> for a search that was stopped.</summary>
    public string Limit => Beyond is null ? "none" : IsGenerators ? "generator" : "server";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"maximum: {(Limit == "server" ? "" : "at least ")}{Rate:0.0}/s; ") + Limit switch
    {
        "server" => string.Create(CultureInfo.InvariantCulture, $"{Beyond:0.0}/s missed the objective"),
        "generator" => string.Create(CultureInfo.InvariantCulture, $"at {Beyond:0.0}/s the generator was the bottleneck, not the server (more cores, or shards on more machines)"),
        _ => "stopped before any rate missed the objective",
    };
}
