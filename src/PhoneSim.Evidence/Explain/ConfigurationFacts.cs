using PhoneSim.Formats.Configuration;

namespace PhoneSim.Evidence.Explain;

internal static class ConfigurationFacts
{
    /// <summary>What matters in a configuration, without secrets.</summary>
    public static IEnumerable<string> Of(PhoneConfiguration configuration) => new[]
    {
        configuration.FullConfig ? "full configuration" : "minimal configuration",
        $"encrConfig {(configuration.EncrConfig ? "true" : "false")}",
        configuration.CertHash is { } hash ? $"certHash {(hash.Length == 0 ? "blank" : hash)}" : null,
        configuration.CapfServers is [var capf, ..] ? $"CAPF {capf.Host}:{capf.Port}, mode {configuration.CapfAuthMode}" : null,
        configuration.TvsServers is [var tvs, ..] ? $"TVS {tvs.Host}:{tvs.Port}" : null,
        configuration.LoadInformation is { Length: > 0 } load ? $"load {load}" : null,
        configuration.CallManagers.Count > 0 ? $"call managers {string.Join(", ", configuration.CallManagers.Select(c => c.Host))}" : null,
        configuration.Lines.Count > 0 ? $"lines {string.Join(", ", configuration.Lines.Select(l => l.Name))}" : null,
        configuration.DigestCredentials is not null ? "digest credentials" : null,
    }.OfType<string>();
}
