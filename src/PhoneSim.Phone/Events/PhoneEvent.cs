using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Events;

/// <summary>Something that happened on one phone. Screen log, <c>--json</c>, <c>--explain</c>, status messages and metrics are renderings of the stream of these.</summary>
/// <param name="Time">From the phone's <see cref="TimeProvider"/>.</param>
public abstract record PhoneEvent(DateTimeOffset Time, DeviceName Device)
{
    /// <summary>The <c>kind</c> of shared/spec/cli.md: state, request, answer, trust, decrypt, capf, tvs, status, flash, reset, register, decision, screen.</summary>
    public abstract string Kind { get; }
}
