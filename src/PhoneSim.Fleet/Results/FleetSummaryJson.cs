using System.Globalization;
using System.Text.Json;
using HdrHistogram;
using PhoneSim.Fleet.Load;
using PhoneSim.Fleet.Measure;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Fleet.Results;

/// <summary>The summary file: one JSON object, <c>"type":"fleet","schema":1</c>. Durations in microseconds.</summary>
public static class FleetSummaryJson
{
    private static readonly double[] Percentiles = [50, 90, 99, 99.9];

    public static void Write(Utf8JsonWriter json, FleetSummary summary)
    {
        json.WriteStartObject();
        json.WriteString("type", "fleet");
        json.WriteNumber("schema", FleetSummary.Schema);
        json.WriteString("fleet", summary.Fleet);
        json.WriteString("shard", summary.Shard.ToString());
        json.WriteString("began", summary.Began);
        json.WriteNumber("wallUs", (long)summary.Wall.TotalMicroseconds);
        json.WriteNumber("phones", summary.Phones);
        json.WriteNumber("bootsPerSecond", Math.Round(summary.BootsPerSecond, 1));
        json.WriteBoolean("stopped", summary.WasStopped);
        WriteMaximum(json, summary.Maximum);
        Write(json, "verdicts", summary.Verdicts);
        json.WriteString("verdictSum", summary.VerdictSum.ToString("x16", CultureInfo.InvariantCulture));
        Write(json, "boots", summary.Boots);
        WritePhases(json, summary.Phases);
        WriteServers(json, summary.Servers);
        WriteWatch(json, summary);
        json.WriteEndObject();
    }

    /// <exception cref="FleetDataException"/>
    public static FleetSummary Read(byte[] bytes)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(bytes);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new FleetDataException($"no summary of a fleet: {e.Message}");
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IReadOnlyDictionary<FleetVerdict, long> counts)
    {
        json.WriteStartObject(name);
        foreach ((FleetVerdict verdict, long count) in counts.OrderBy(c => c.Key))
            json.WriteNumber(verdict.Word, count);
        json.WriteEndObject();
    }

    private static void WriteMaximum(Utf8JsonWriter json, FleetMaximum? maximum)
    {
        if (maximum is null)
            return;
        json.WriteStartObject("maximum");
        json.WriteNumber("rate", Math.Round(maximum.Rate, 1));
        if (maximum.Beyond is { } beyond)
            json.WriteNumber("beyond", Math.Round(beyond, 1));
        json.WriteString("limit", maximum.Limit);
        json.WriteEndObject();
    }

    private static void WritePhases(Utf8JsonWriter json, PhaseHistograms phases)
    {
        json.WriteStartObject("phases");
        foreach (Phase phase in Enum.GetValues<Phase>())
        {
            HistogramBase histogram = phases[phase];
            json.WriteStartObject(phase.Word);
            json.WriteNumber("count", histogram.TotalCount);
            foreach (double percentile in Percentiles.Where(_ => histogram.TotalCount > 0))
                json.WriteNumber(string.Create(CultureInfo.InvariantCulture, $"p{percentile}Us"), histogram.GetValueAtPercentile(percentile));
            if (histogram.TotalCount > 0)
                json.WriteNumber("maxUs", histogram.GetMaxValue());
            json.WriteString("histogram", HistogramText.Write(histogram));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteServers(Utf8JsonWriter json, IReadOnlyList<ServerTally> servers)
    {
        json.WriteStartArray("servers");
        foreach (ServerTally server in servers)
        {
            json.WriteStartObject();
            json.WriteString("host", server.Server.Host);
            json.WriteNumber("port", server.Server.Port);
            json.WriteNumber("requests", server.Requests);
            json.WriteNumber("unanswered", server.Unanswered);
            json.WriteNumber("totalUs", (long)server.Total.TotalMicroseconds);
            json.WriteNumber("slowestUs", (long)server.Slowest.TotalMicroseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWatch(Utf8JsonWriter json, FleetSummary summary)
    {
        SelfWatch watch = summary.Watch;
        json.WriteBoolean("valid", summary.IsValid);
        json.WriteStartArray("complaints");
        foreach (string complaint in watch.Complaints)
            json.WriteStringValue(complaint);
        json.WriteEndArray();
        json.WriteStartObject("self");
        json.WriteNumber("loopLagP99Us", (long)watch.LoopLag.TotalMicroseconds);
        json.WriteNumber("startLagP99Us", (long)watch.StartLag.TotalMicroseconds);
        json.WriteNumber("busiestLoop", Math.Round(watch.BusiestLoop, 3));
        json.WriteNumber("cpuUs", (long)watch.Cpu.TotalMicroseconds);
        json.WriteNumber("receiveDrops", watch.ReceiveDrops);
        json.WriteNumber("socketsMissing", watch.SocketsMissing);
        json.WriteNumber("collections", watch.Collections);
        json.WriteNumber("fullCollections", watch.FullCollections);
        if (watch.LastFullCollection is { } last)
            json.WriteNumber("lastFullCollectionUs", (long)last.TotalMicroseconds);
        json.WriteNumber("allocatedBytes", watch.Allocated);
        json.WriteNumber("residentBytes", watch.Resident);
        json.WriteEndObject();
    }

    private static FleetSummary Read(JsonElement json)
    {
        if (json.GetProperty("type").GetString() != "fleet" || json.GetProperty("schema").GetInt32() != FleetSummary.Schema)
            throw new FleetDataException($"no summary of a fleet of schema {FleetSummary.Schema}");
        PhaseHistograms phases = new();
        foreach (Phase phase in Enum.GetValues<Phase>())
            phases.Add(phase, HistogramText.Read(json.GetProperty("phases").GetProperty(phase.Word).GetProperty("histogram").GetString()!));
        SelfWatch watch = ReadWatch(json.GetProperty("self"));
        return new()
        {
            Fleet = json.GetProperty("fleet").GetString()!,
            Shard = Shard.TryParse(json.GetProperty("shard").GetString()!, out Shard? shard) ? shard : throw new FleetDataException("shard is not I/N"),
            Began = json.GetProperty("began").GetDateTimeOffset(),
            Wall = Microseconds(json, "wallUs"),
            Phones = json.GetProperty("phones").GetInt64(),
            Boots = ReadCounts(json.GetProperty("boots")),
            Verdicts = ReadCounts(json.GetProperty("verdicts")),
            VerdictSum = ulong.Parse(json.GetProperty("verdictSum").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture),
            Phases = phases,
            Servers = [.. json.GetProperty("servers").EnumerateArray().Select(ReadServer)],
            Cpu = watch.Cpu,
            Watch = watch,
            WasStopped = json.GetProperty("stopped").GetBoolean(),
        };
    }

    private static ServerTally ReadServer(JsonElement server) => new(new ServerEndPoint(server.GetProperty("host").GetString()!, server.GetProperty("port").GetInt32()))
    {
        Requests = server.GetProperty("requests").GetInt64(),
        Unanswered = server.GetProperty("unanswered").GetInt64(),
        Total = Microseconds(server, "totalUs"),
        Slowest = Microseconds(server, "slowestUs"),
    };

    private static SelfWatch ReadWatch(JsonElement self) => new()
    {
        LoopLag = Microseconds(self, "loopLagP99Us"),
        StartLag = Microseconds(self, "startLagP99Us"),
        BusiestLoop = self.GetProperty("busiestLoop").GetDouble(),
        Cpu = Microseconds(self, "cpuUs"),
        ReceiveDrops = self.GetProperty("receiveDrops").GetInt64(),
        SocketsMissing = self.GetProperty("socketsMissing").GetInt64(),
        Collections = self.GetProperty("collections").GetInt32(),
        Allocated = self.GetProperty("allocatedBytes").GetInt64(),
        FullCollections = self.GetProperty("fullCollections").GetInt32(),
        LastFullCollection = self.TryGetProperty("lastFullCollectionUs", out _) ? Microseconds(self, "lastFullCollectionUs") : null,
        Resident = self.GetProperty("residentBytes").GetInt64(),
    };

    private static TimeSpan Microseconds(JsonElement json, string name) => TimeSpan.FromMicroseconds(json.GetProperty(name).GetInt64());

    private static Dictionary<FleetVerdict, long> ReadCounts(JsonElement counts) =>
        Enum.GetValues<FleetVerdict>().Where(v => counts.TryGetProperty(v.Word, out _)).ToDictionary(v => v, v => counts.GetProperty(v.Word).GetInt64());
}
