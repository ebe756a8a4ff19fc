using System.Collections.Frozen;
using PhoneSim.Phone.Fetching;

namespace PhoneSim.Benchmarks;

/// <summary>A server without a network.</summary>
internal sealed class MemoryTransport(FrozenDictionary<string, ReadOnlyMemory<byte>> files) : IFileTransport
{
    public TransportKind Kind => TransportKind.Tftp;

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellation) =>
        Task.FromResult(files.TryGetValue(request.FileName, out ReadOnlyMemory<byte> content) ? new FetchResult(FetchAnswer.Ok, content, default) : new(FetchAnswer.NotFound, default, default, 1));
}
