using System.Security.Cryptography;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;
using PhoneSim.TestSupport;

namespace PhoneSim.Phone.Tests.Enrolment;

/// <summary>For an RSA-2048 key a test key instead of a second's work; others are made.</summary>
internal sealed class ReadyKeys : IKeyGenerator
{
    public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation) =>
        key.RsaBits == 2048 ? Task.FromResult<AsymmetricAlgorithm>(Vectors.Key("SAST")) : new PlatformKeyGenerator().GenerateAsync(key, cancellation);
}
