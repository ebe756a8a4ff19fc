using System.Security.Cryptography;
using PhoneSim.Formats.Capf;

namespace PhoneSim.Phone.Enrolment;

/// <summary>Makes key pairs off the phone's loop. A fleet may hand out keys made before.</summary>
public interface IKeyGenerator
{
    /// <returns>An <see cref="RSA"/> or <see cref="ECDsa"/>, the caller's to dispose.</returns>
    Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation);
}
