using System.Security.Cryptography;
using PhoneSim.Fleet.Services;
using PhoneSim.Formats.Capf;
using PhoneSim.Phone.Enrolment;

namespace PhoneSim.Fleet.Tests.Services;

public sealed class PreparedKeysTests : IKeyGenerator
{
    private int made;

    [Fact]
    public async Task Keys_AreMadeOnceAndLentInTurn()
    {
        PreparedKeys keys = new(this);
        HashSet<AsymmetricAlgorithm> seen = [];
        foreach (int _ in Enumerable.Range(0, 5 * PreparedKeys.OfAKind))
            seen.Add(await keys.GenerateAsync(CapfKeySpec.Ec(CapfCurve.P256), TestContext.Current.CancellationToken));
        Assert.Equal((PreparedKeys.OfAKind, PreparedKeys.OfAKind), (made, seen.Count));
    }

    [Fact]
    public async Task AnotherKind_HasItsOwnPool()
    {
        PreparedKeys keys = new(this);
        await keys.GenerateAsync(CapfKeySpec.Ec(CapfCurve.P256), TestContext.Current.CancellationToken);
        AsymmetricAlgorithm other = await keys.GenerateAsync(CapfKeySpec.Ec(CapfCurve.P384), TestContext.Current.CancellationToken);
        Assert.Equal(384, other.KeySize);
    }

    public Task<AsymmetricAlgorithm> GenerateAsync(CapfKeySpec key, CancellationToken cancellation)
    {
        made++;
        return Task.FromResult<AsymmetricAlgorithm>(ECDsa.Create(key.Curve == CapfCurve.P256 ? ECCurve.NamedCurves.nistP256 : ECCurve.NamedCurves.nistP384));
    }
}
