namespace PhoneSim.Formats.Sip;

/// <summary>A WWW-Authenticate or Proxy-Authenticate of the scheme Digest.</summary>
public sealed record DigestChallenge
{
    public required string Realm { get; init; }

    public required string Nonce { get; init; }

    public string? Opaque { get; init; }

    /// <summary>Null: one this phone cannot compute.</summary>
    public SipDigestAlgorithm? Algorithm { get; init; } = SipDigestAlgorithm.Md5;

    /// <summary>Empty: none named, as RFC 2069 had it.</summary>
    public IReadOnlyList<string> Qualities { get; init; } = [];

    /// <summary>The nonce was too old; the credentials may well be right.</summary>
    public bool Stale { get; init; }

    public bool OffersAuth => Qualities.Contains("auth", StringComparer.OrdinalIgnoreCase);

    /// <summary>The algorithm is known, and integrity of the body is not insisted on.</summary>
    public bool CanBeAnswered => Algorithm is not null && (Qualities.Count == 0 || OffersAuth);

    public static bool IsDigest(string header) => DigestParameters.IsDigest(header);

    /// <exception cref="MalformedDataException"/>
    public static DigestChallenge Parse(string header)
    {
        DigestParameters parameters = DigestParameters.Parse(header);
        return new()
        {
            Realm = parameters.Require("realm"),
            Nonce = parameters.Require("nonce"),
            Opaque = parameters["opaque"],
            Algorithm = DigestMath.Find(parameters["algorithm"]),
            Qualities = (parameters["qop"] ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
            Stale = "true".Equals(parameters["stale"], StringComparison.OrdinalIgnoreCase),
        };
    }

    public string Write()
    {
        string qualities = Qualities.Count == 0 ? "" : $", qop=\"{string.Join(',', Qualities)}\"";
        string opaque = Opaque is null ? "" : $", opaque={DigestMath.Quote(Opaque)}";
        string algorithm = Algorithm is { } known ? $", algorithm={DigestMath.NameOf(known)}" : "";
        return $"Digest realm={DigestMath.Quote(Realm)}, nonce={DigestMath.Quote(Nonce)}{opaque}{algorithm}{qualities}{(Stale ? ", stale=true" : "")}";
    }
}
