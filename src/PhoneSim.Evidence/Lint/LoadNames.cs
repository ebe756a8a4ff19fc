using System.Text.Json;
using PhoneSim.Phone.Profiles;

namespace PhoneSim.Evidence.Lint;

/// <summary>What a load's name tells about it (<c>load-names.json</c>).</summary>
/// <param name="Models">Product ids: <c>CP-7962G</c>.</param>
public sealed record LoadNames(string Begins, SignallingProtocol Protocol, IReadOnlyList<string> Models)
{
    private static readonly Lazy<IReadOnlyList<LoadNames>> Read = new(ReadAll);

    /// <summary>Null: nothing is known about a load of that name.</summary>
    public static LoadNames? Of(string load) => Read.Value.Where(known => load.StartsWith(known.Begins, StringComparison.OrdinalIgnoreCase)).MaxBy(known => known.Begins.Length);

    private static IReadOnlyList<LoadNames> ReadAll()
    {
        using JsonDocument document = LintData.Open("load-names.json");
        return [.. document.RootElement.GetProperty("loads").EnumerateArray().Select(Bind)];
    }

    private static LoadNames Bind(JsonElement load) => new(
        load.GetProperty("begins").GetString()!,
        load.GetProperty("protocol").GetString() == "sip" ? SignallingProtocol.Sip : SignallingProtocol.Sccp,
        [.. load.GetProperty("models").EnumerateArray().Select(model => model.GetString()!)]);
}
