using PhoneSim.Phone.Fetching;

namespace PhoneSim.Evidence.Explain;

/// <summary>What the steps of a phone show together.</summary>
internal static class PhoneConclusions
{
    public static IEnumerable<string> Of(IReadOnlyList<PhoneMoment> moments)
    {
        for (int i = 0; i < moments.Count; i++)
            if (Refusal(moments, i) is { } refusal)
                yield return refusal;
        yield return End(moments);
    }

    private static string? Refusal(IReadOnlyList<PhoneMoment> moments, int index)
    {
        PhoneMoment moment = moments[index];
        if (moment is not { Request.Answer: FetchAnswer.Ok, Judgement: { } judgement })
            return null;
        if (judgement.IsAccepted == false)
            return $"must have refused {moment.Request.File}: {judgement.Why}";
        PhoneMoment? next = moments.Skip(index + 1).FirstOrDefault(m => m.Request is not null);
        return moment.Role.IsConfiguration && next?.Role > moment.Role
            ? $"must have refused {moment.Request.File}, since it asked {next.Request!.File} after it, although nothing in the capture says why: its trust lists or its key may be others than those here"
            : null;
    }

    private static string End(IReadOnlyList<PhoneMoment> moments)
    {
        if (moments.LastOrDefault(m => m.Judgement is { IsFull: true, IsAccepted: true }) is { } full)
            return $"has a full configuration, {full.Request!.File}{Registered(moments)}";
        if (IsUndecided(moments))
            return $"was given an encrypted configuration; its key would show what is in it{Registered(moments)}";
        return moments.LastOrDefault(m => m.Role.IsConfiguration && m.Judgement is { IsAccepted: true }) is { } minimal
            ? $"has a minimal configuration only, {minimal.Request!.File}{Registered(moments)}"
            : $"got no configuration that it could use{Registered(moments)}";
    }

    /// <summary>Null: an encrypted file came, and only its key would tell.</summary>
    public static bool? IsConfigured(IReadOnlyList<PhoneMoment> moments) => moments.Any(m => m.Judgement is { IsFull: true, IsAccepted: true }) ? true : IsUndecided(moments) ? null : false;

    private static bool IsUndecided(IReadOnlyList<PhoneMoment> moments) => moments.Any(m => m is { Request.Answer: FetchAnswer.Ok, Role: FileRole.Encrypted, Judgement.IsAccepted: null });

    private static string Registered(IReadOnlyList<PhoneMoment> moments) =>
        moments.LastOrDefault(m => m.Connection is { IsOpen: true, Server.Port: 5060 or 5061 or 2000 or 2443 }) is { } signalling ? $"; then spoke {signalling.Connection!.Service} with {signalling.Connection.Server}" : "";
}
