using System.Security.Cryptography.X509Certificates;

namespace PhoneSim.Formats.TrustLists;

/// <summary>A certificate and the role it gets in a new trust list.</summary>
public sealed record TrustListEntry(TrustRole Role, X509Certificate2 Certificate);
