using PhoneSim.Formats.Tlv;
using PhoneSim.Formats.TrustLists;

namespace PhoneSim.Formats.Tvs;

/// <summary>The server's word on a certificate: VERIFY and QUERY responses alike.</summary>
/// <param name="Roles">Empty when the certificate is invalid.</param>
/// <param name="TimeToLive">How long the phone may keep the answer.</param>
/// <param name="Certificate">QUERY only (inferred); else empty.</param>
public sealed record TvsAnswer(bool IsValid, IReadOnlyList<TrustRole> Roles, TimeSpan TimeToLive, ReadOnlyMemory<byte> Certificate = default)
{
    private const byte ValidStatus = 0;
    private const byte InvalidStatus = 1;

    public static TvsAnswer Invalid { get; } = new(false, [], TimeSpan.Zero);

    /// <summary>A valid answer without roles or TTL is read as "no role" and "do not keep".</summary>
    /// <exception cref="MalformedDataException"/>
    public static TvsAnswer Read(TvsMessage message)
    {
        TlvElement status = message.Require(TvsTag.Status);
        return status.Byte() switch
        {
            ValidStatus => new(true, ReadRoles(message.Find(TvsTag.Roles)), ReadTimeToLive(message), message.Find(TvsTag.Certificate)?.Value ?? default),
            InvalidStatus => Invalid,
            _ => throw status.Malformed("status 0 or 1 expected"),
        };
    }

    /// <param name="command">VERIFY or QUERY response.</param>
    public TvsMessage ToMessage(TvsCommand command, uint sessionId) => TvsMessage.Create(command, sessionId, Elements().ToArray());

    private static TrustRole[] ReadRoles(TlvElement? element) => [.. (element?.Value.ToArray() ?? []).Select(role => (TrustRole)role)];

    private static TimeSpan ReadTimeToLive(TvsMessage message) => TimeSpan.FromSeconds(message.Find(TvsTag.TimeToLive)?.UInt32() ?? 0);

    private IEnumerable<TlvElement> Elements()
    {
        if (!Certificate.IsEmpty)
        {
            yield return TlvElements.Of((byte)TvsTag.Certificate, Certificate);
        }
        yield return TlvElements.OfByte((byte)TvsTag.Status, IsValid ? ValidStatus : InvalidStatus);
        if (IsValid)
        {
            yield return TlvElements.Of((byte)TvsTag.Roles, Roles.Select(role => (byte)role).ToArray());
            yield return TlvElements.OfUInt32((byte)TvsTag.TimeToLive, (uint)TimeToLive.TotalSeconds);
        }
    }
}
