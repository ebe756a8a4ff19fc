using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace PhoneSim.TestSupport;

/// <summary>Sums of what the instruments of one meter were told, whatever runs beside this test.</summary>
public sealed class MetricBook : IDisposable
{
    private static readonly AsyncLocal<MetricBook?> Current = new();

    private readonly ConcurrentDictionary<string, double> sums = new();
    private readonly MeterListener listener = new();

    /// <param name="scope">Whose meter of that name; null: a meter of all, of which only counts what this test begins from now on.</param>
    public MetricBook(string meter, object? scope = null)
    {
        Current.Value = this;
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (instrument.Meter.Name == meter && instrument.Meter.Scope == scope)
                to.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>0: never told.</summary>
    /// <param name="key">The instrument's name and the values of its tags, a blank between.</param>
    public double this[string key] => sums.GetValueOrDefault(key);

    public IEnumerable<string> Keys => sums.Keys;

    /// <summary>Asks the instruments that only say what is now.</summary>
    public void Observe() => listener.RecordObservableInstruments();

    public void Dispose() => listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (instrument.Meter.Scope is null && Current.Value != this)
            return;
        string key = instrument.Name;
        foreach (KeyValuePair<string, object?> tag in tags)
            key += $" {tag.Value}";
        sums.AddOrUpdate(key, value, (_, sum) => sum + value);
    }
}
