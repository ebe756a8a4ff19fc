using System.Security.Cryptography;
using PhoneSim.Formats.Capf;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Keys of the platform's generator, each made on a thread of its own: RSA-4096 takes seconds.</summary>
public sealed class PlatformKeyGenerator : IKeyGenerator
{
    public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation) =>
        Task.Factory.StartNew(() => Generate(key), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).WaitAsync(cancellation);

    private static AsymmetricAlgorithm Generate(CapfKeySpec spec)
    {
        AsymmetricAlgorithm key = spec.Curve is { } curve ? ECDsa.Create(CurveOf(curve)) : RSA.Create(spec.RsaBits!.Value);
        key.ExportSubjectPublicKeyInfo(); // RSA.Create alone puts the work off to the first use
        return key;
    }

    private static ECCurve CurveOf(CapfCurve curve) => curve switch
    {
        CapfCurve.P256 => ECCurve.NamedCurves.nistP256,
        CapfCurve.P384 => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    };
}
