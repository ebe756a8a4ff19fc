using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhoneSim.Fleet.Results;

internal static class FleetIdentity
{
    public static string Of(FleetOptions options)
    {
        string mix = string.Join(',', options.Mix.Select(share => string.Create(CultureInfo.InvariantCulture, $"{share.Profile.Name}={share.Parts}")));
        string facts = string.Create(CultureInfo.InvariantCulture, $"{options.Count}/{options.FirstMac:X12}/{mix}/{options.Seed}/{string.Join(',', options.Servers)}/{options.Services}/{options.Load}/{options.Retry}/{options.Loss}/{options.Lsc?.Md5}/{options.Shard.Count}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(facts)))[..16];
    }
}
