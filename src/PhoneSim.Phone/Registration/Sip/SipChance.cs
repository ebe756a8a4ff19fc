using System.Globalization;

namespace PhoneSim.Phone.Registration.Sip;

/// <summary>Identifiers by chance, in the shape that these phones give them (observed).</summary>
internal sealed class SipChance(Random random, DeviceName device)
{
    private readonly string mac = device.Mac.ToLowerInvariant();

    /// <summary>The phone's MAC address, then chance.</summary>
    public string CallId(string host) => string.Create(CultureInfo.InvariantCulture, $"{mac[..8]}-{mac[8..]}0002-{Word()}-{Word()}@{host}");

    public string Tag() => string.Create(CultureInfo.InvariantCulture, $"{mac}0002{Word()}-{Word()}");

    /// <summary>With the cookie of RFC 3261 section 8.1.1.7.</summary>
    public string Branch() => $"z9hG4bK{Word()}{Word()}";

    public string ClientNonce() => Word() + Word() + Word() + Word();

    private string Word() => random.Next().ToString("x8", CultureInfo.InvariantCulture);
}
