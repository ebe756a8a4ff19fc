using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Phone.Trust;

/// <summary>What TVS says of a certificate. Anything but <see cref="TvsStatus.Valid"/> with the needed role means: refuse, keep what there is.</summary>
/// <param name="Why">A phrase without a full stop: which member said so, or why none did.</param>
public sealed record TvsVerdict(TvsStatus Status, IReadOnlyList<TrustRole> Roles, string Why)
{
    public bool FromCache { get; init; }

    /// <summary>The one vouched for, X.509 DER; empty unless valid.</summary>
    public ReadOnlyMemory<byte> Certificate { get; init; }

    /// <summary>Valid, with one of these roles at least.</summary>
    public bool Vouches(params ReadOnlySpan<TrustRole> anyOf)
    {
        foreach (TrustRole role in anyOf)
            if (Status == TvsStatus.Valid && Roles.Contains(role))
                return true;
        return false;
    }
}
