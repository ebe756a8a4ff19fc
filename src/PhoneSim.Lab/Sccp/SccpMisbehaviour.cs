namespace PhoneSim.Lab.Sccp;

/// <summary>What an SCCP call manager does wrong on purpose.</summary>
public sealed record SccpMisbehaviour
{
    public static SccpMisbehaviour None { get; } = new();

    /// <summary>Nothing is answered.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Keep-alives are not answered.</summary>
    public bool IgnoresKeepAlives { get; init; }

    /// <summary>Bytes that are no message.</summary>
    public bool SendsGarbage { get; init; }
}
