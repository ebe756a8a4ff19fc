using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PhoneSim.Formats.Sip;

/// <summary>An Authorization or Proxy-Authorization of the scheme Digest: proof of a password without the password.</summary>
public sealed record DigestAnswer
{
    public required string User { get; init; }

    public required string Realm { get; init; }

    public required string Nonce { get; init; }

    /// <summary>The request's URI.</summary>
    public required string Uri { get; init; }

    /// <summary>Lower-case hex.</summary>
    public string Response { get; init; } = "";

    public SipDigestAlgorithm Algorithm { get; init; }

    public string? Opaque { get; init; }

    /// <summary><c>auth</c>; null: the challenge offered none.</summary>
    public string? Quality { get; init; }

    /// <summary>Requests sent with this nonce, this one included.</summary>
    public uint NonceCount { get; init; }

    public string ClientNonce { get; init; } = "";

    /// <param name="clientNonce">Chance, at least 64 bits.</param>
    /// <exception cref="ArgumentException">The challenge cannot be answered.</exception>
    public static DigestAnswer To(DigestChallenge challenge, SipRequest request, DigestUser user, uint nonceCount, string clientNonce)
    {
        DigestAnswer answer = new()
        {
            User = user.Name, Realm = challenge.Realm, Nonce = challenge.Nonce, Uri = request.Uri, Opaque = challenge.Opaque,
            Algorithm = challenge.CanBeAnswered ? challenge.Algorithm!.Value : throw new ArgumentException("the challenge cannot be answered", nameof(challenge)),
            Quality = challenge.OffersAuth ? "auth" : null, NonceCount = nonceCount, ClientNonce = clientNonce,
        };
        return answer with { Response = DigestMath.Response(answer, request.Method, user.Password.Reveal()) };
    }

    /// <exception cref="MalformedDataException"/>
    public static DigestAnswer Parse(string header)
    {
        DigestParameters parameters = DigestParameters.Parse(header);
        string? count = parameters["nc"];
        return new()
        {
            User = parameters.Require("username"), Realm = parameters.Require("realm"), Nonce = parameters.Require("nonce"), Uri = parameters.Require("uri"),
            Response = parameters.Require("response"), Opaque = parameters["opaque"], Quality = parameters["qop"], ClientNonce = parameters["cnonce"] ?? "",
            Algorithm = DigestMath.Find(parameters["algorithm"]) ?? throw new MalformedDataException("an unknown digest algorithm", 0),
            NonceCount = count is null ? 0 : uint.TryParse(count, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint number) ? number
                : throw new MalformedDataException("nc is no number", 0),
        };
    }

    /// <summary>True when whoever made it knew the password.</summary>
    public bool Proves(string method, Secret password) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(DigestMath.Response(this, method, password.Reveal())), Encoding.ASCII.GetBytes(Response));

    public string Write()
    {
        string opaque = Opaque is null ? "" : $", opaque={DigestMath.Quote(Opaque)}";
        string quality = Quality is null ? "" : string.Create(CultureInfo.InvariantCulture, $", qop={Quality}, nc={NonceCount:x8}, cnonce={DigestMath.Quote(ClientNonce)}");
        return $"Digest username={DigestMath.Quote(User)}, realm={DigestMath.Quote(Realm)}, nonce={DigestMath.Quote(Nonce)}, uri={DigestMath.Quote(Uri)}, " +
            $"response=\"{Response}\", algorithm={DigestMath.NameOf(Algorithm)}{opaque}{quality}";
    }
}
