using PhoneSim.Phone.Fetching;

namespace PhoneSim.Phone.Stepping;

/// <summary>A transport that lets itself be held before it asks and after the answer.</summary>
internal sealed class SteppedTransport(IFileTransport inner, Stepper stepper) : IFileTransport
{
    public TransportKind Kind => inner.Kind;

    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation)
    {
        StepAnswer? instead = await stepper.HoldRequestAsync(request, Kind, cancellation);
        FetchResult? real = instead is null or { NeedsTheFile: true } ? await inner.FetchAsync(request, cancellation) : null;
        FetchResult result = instead?.InPlaceOf(real, request) ?? real!;
        FetchResult taken = await stepper.HoldAnswerAsync(request, Kind, result, cancellation) is { } other ? other.InPlaceOf(result, request) : result;
        stepper.Take(new(request, Kind, taken));
        return taken;
    }
}
