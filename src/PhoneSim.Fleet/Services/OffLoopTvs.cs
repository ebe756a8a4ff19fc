using PhoneSim.Fleet.Loop;
using PhoneSim.Fleet.Measure;
using PhoneSim.Phone.Trust;

namespace PhoneSim.Fleet.Services;

/// <summary>Asks on the thread pool, and has the loop record how long it took.</summary>
internal sealed class OffLoopTvs(ITvsTransport transport, FleetLoop loop, PhaseHistograms phases) : ITvsTransport
{
    public async Task<TvsExchange> AskAsync(TvsCall call, ServerCertificateJudge judge, CancellationToken cancellation)
    {
        long asked = loop.Time.GetTimestamp();
        TvsExchange exchange = await Task.Run(() => transport.AskAsync(call, judge, cancellation), cancellation);
        TimeSpan took = loop.Time.GetElapsedTime(asked);
        loop.Post(_ => phases.Record(Phase.Tvs, took), null);
        return exchange;
    }
}
