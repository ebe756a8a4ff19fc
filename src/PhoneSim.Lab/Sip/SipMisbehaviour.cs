namespace PhoneSim.Lab.Sip;

/// <summary>What a registrar does wrong on purpose.</summary>
public sealed record SipMisbehaviour
{
    public static SipMisbehaviour None { get; } = new();

    /// <summary>Nothing is answered.</summary>
    public bool IsSilent { get; init; }

    /// <summary>The answer to everything; null: the proper one.</summary>
    public int? Status { get; init; }

    /// <summary>Every answer to a challenge is called stale.</summary>
    public bool ChallengesForEver { get; init; }

    /// <summary>Bytes that are no message.</summary>
    public bool SendsGarbage { get; init; }

    /// <summary>So many requests are lost before one is answered.</summary>
    public int Loses { get; init; }
}
