namespace PhoneSim.Evidence.Explain;

/// <summary>A request with its judgement, or a connection.</summary>
internal sealed record PhoneMoment(DateTimeOffset Time, ObservedRequest? Request, ObservedConnection? Connection, Judgement? Judgement)
{
    public FileRole Role => Request is null ? FileRole.Other : FileRoles.Of(Request.File);
}
