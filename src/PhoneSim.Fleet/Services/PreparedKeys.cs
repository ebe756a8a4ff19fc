using System.Collections.Concurrent;
using System.Security.Cryptography;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Fleet.Services;

/// <summary>Some keys of each kind, made when first asked for and lent in turn ever after. Shared: whoever gets one must not dispose it. Safe from any thread.</summary>
internal sealed class PreparedKeys(IKeyGenerator generator) : IKeyGenerator
{
    /// <summary>Our choice: enough that servers see different keys, few enough to be made in seconds.</summary>
    public const int OfAKind = 16;

    private readonly ConcurrentDictionary<CapfKeySpec, Lazy<Task<AsymmetricAlgorithm>>[]> pools = new();
    private int next;

    public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation)
    {
        Lazy<Task<AsymmetricAlgorithm>>[] pool = pools.GetOrAdd(key, Pool);
        return pool[(uint)Interlocked.Increment(ref next) % OfAKind].Value.WaitAsync(cancellation);
    }

    /// <summary>Without the phone's cancellation: the key is for the others too.</summary>
    private Lazy<Task<AsymmetricAlgorithm>>[] Pool(CapfKeySpec key) =>
        [.. Enumerable.Range(0, OfAKind).Select(_ => new Lazy<Task<AsymmetricAlgorithm>>(() => generator.GenerateAsync(key, CancellationToken.None)))];
}
